using ResourceBot.Conversations.Bells;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Everyone;

public sealed class PrivacyPage(Speech speech) : IPage<PrivacyView>
{
    public Task<bool> DrawAsync(Page page, PrivacyView view, CancellationToken cancellation)
    {
        var phrases = page.Phrases;
        var bells = speech.Of<BellPhrases>(page.Reader.Language);
        page.Heading(phrases.Privacy);
        page.Text(phrases.PrivacyKeep);
        page.Gap();
        KeptFacts.Write(page, bells, bells.KeptIntro);
        page.Gap();
        page.Text(phrases.PrivacyCounts);
        page.Gap();
        page.Text(phrases.PrivacyNever);
        page.Gap();
        page.Text(phrases.PrivacyCannot);
        page.WayRow(new HomeView());
        return Task.FromResult(true);
    }
}
