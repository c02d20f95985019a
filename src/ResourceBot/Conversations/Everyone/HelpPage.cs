using ResourceBot.Languages;

namespace ResourceBot.Conversations.Everyone;

public sealed class HelpPage(Speech speech) : IPage<HelpView>
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
        foreach (var command in Commands.For(role: null))
            page.Text($"{Direction.LeftToRight("/" + command.Name)} – {command.Description(speech, page.Reader.Language)}");
        page.WayRow(new HomeView());
        return Task.FromResult(true);
    }
}
