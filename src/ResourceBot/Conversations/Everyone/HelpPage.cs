using ResourceBot.Languages;

namespace ResourceBot.Conversations.Everyone;

public sealed class HelpPage : IPage<HelpView>
{
    public Task<bool> DrawAsync(Page page, HelpView view, CancellationToken cancellation)
    {
        var phrases = page.Phrases;
        page.Heading(phrases.Help);
        page.Text(Phrase.Fill(
            phrases.HelpText,
            ("back", phrases.Back), ("home", phrases.Home), ("hide", phrases.Hide), ("start", Direction.LeftToRight("/start"))));
        page.Gap();
        page.Text(phrases.HelpMarks);
        page.Gap();
        foreach (var command in Commands.All)
            page.Text($"{Direction.LeftToRight("/" + command.Name)} – {command.Description(phrases)}");
        page.WayRow(new HomeView());
        return Task.FromResult(true);
    }
}
