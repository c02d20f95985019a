using ResourceBot.Chat;
using ResourceBot.Conversations.Everyone;
using ResourceBot.Conversations.Visitors;
using ResourceBot.Languages;

namespace ResourceBot.Conversations;

/// <summary>Which page draws which view.</summary>
public sealed class Pages(
    Speech speech,
    LanguagePage language,
    HomePage home,
    HelpPage help,
    PrivacyPage privacy,
    TimesTablePage timesTable,
    TopicsPage topics,
    TopicPage topic,
    CardPage card,
    SearchPage search,
    ResultsPage results,
    CheckPage check,
    FinderPage finder)
{
    /// <summary>The screen of a view; the first page with a word of regret when what it shows is gone.</summary>
    public async Task<Screen> DrawAsync(Reader reader, View view, string? notice, CancellationToken cancellation)
    {
        var page = new Page(speech, reader, view);
        if (await FillAsync(page, view, cancellation)) return page.ToScreen(notice);
        return await DrawAsync(reader, new HomeView(), page.Phrases.EntryGone, cancellation);
    }

    private Task<bool> FillAsync(Page page, View view, CancellationToken cancellation) => view switch
    {
        LanguageView v => language.DrawAsync(page, v, cancellation),
        HomeView v => home.DrawAsync(page, v, cancellation),
        HelpView v => help.DrawAsync(page, v, cancellation),
        PrivacyView v => privacy.DrawAsync(page, v, cancellation),
        TimesTableView v => timesTable.DrawAsync(page, v, cancellation),
        TopicsView v => topics.DrawAsync(page, v, cancellation),
        TopicView v => topic.DrawAsync(page, v, cancellation),
        CardView v => card.DrawAsync(page, v, cancellation),
        FoundCardView v => card.DrawAsync(page, v, cancellation),
        SearchView v => search.DrawAsync(page, v, cancellation),
        ResultsView v => results.DrawAsync(page, v, cancellation),
        CheckView v => check.DrawAsync(page, v, cancellation),
        FinderView v => finder.DrawAsync(page, v, cancellation),
        FinderCardView v => card.DrawAsync(page, v, cancellation),
        _ => Task.FromResult(false),
    };
}
