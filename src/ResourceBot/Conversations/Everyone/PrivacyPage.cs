namespace ResourceBot.Conversations.Everyone;

public sealed class PrivacyPage : IPage<PrivacyView>
{
    public Task<bool> DrawAsync(Page page, PrivacyView view, CancellationToken cancellation)
    {
        var phrases = page.Phrases;
        page.Heading(phrases.Privacy);
        page.Text(phrases.PrivacyKeep);
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
