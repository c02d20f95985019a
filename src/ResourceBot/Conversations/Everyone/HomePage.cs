using ResourceBot.Catalogue.Finder;
using ResourceBot.Catalogue.Links;
using ResourceBot.Chat;
using ResourceBot.Conversations.Bells;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Everyone;

/// <summary>What this is, and in plain words what it is not.</summary>
public sealed class HomePage(Speech speech) : IPage<HomeView>
{
    public Task<bool> DrawAsync(Page page, HomeView view, CancellationToken cancellation)
    {
        var phrases = page.Phrases;
        foreach (var line in phrases.Welcome.Split('\n')) page.Text(line);
        page.Gap();
        page.Text(Phrase.Fill(phrases.NotSecret, ("hide", phrases.Hide)));
        page.Text(phrases.TypedIsDeleted);

        page.Row(page.To(phrases.Topics, new TopicsView()));
        page.Row(page.To(phrases.Finder, new FinderView(FinderView.Level, FinderAnswers.Empty, Page: 0)), page.To(phrases.Search, new SearchView()));
        page.Row(page.To(phrases.Check, new CheckView("", LinkSigns.None)), page.To(phrases.Help, new HelpView()));
        page.Row(page.To(phrases.Privacy, new PrivacyView()), page.To(phrases.Language, new LanguageView()));
        page.Row(
            new CodeButton(
                $"🔔 {speech.Of<BellPhrases>(page.Reader.Language).Bell}",
                BellCode.Write(page.Reader, BellCode.Page, BellCode.Default(page.Reader))),
            page.To(phrases.TimesTables, new TimesTableView(TimesTableView.First)));
        page.WayRow(back: null);
        return Task.FromResult(true);
    }
}
