using System.Diagnostics;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.Scenarios;

/// <summary>Somebody with a phone, in a person's words: she types, presses and reads.</summary>
public sealed class Visitor(Phone phone)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public Phone Phone => phone;

    /// <summary>The one message of the bot that she has before her; files lie below it.</summary>
    public ShownMessage Panel =>
        PanelOf(phone) ?? throw new InvalidOperationException("The bot has shown her nothing.");

    /// <summary>What the panel says, without the marks that turn directions.</summary>
    public string Screen => Readable(Panel.Text);

    public IReadOnlyList<string> Buttons => [.. Panel.Buttons.SelectMany(row => row).Select(button => Readable(button.Text))];

    /// <summary>She writes and waits until what she wrote is gone and the panel shows <paramref name="expected"/>.</summary>
    public async Task<Visitor> WritesAsync(string text, string expected)
    {
        var message = phone.Send(text);
        await phone.WaitForAsync(
            her => her.Messages.All(shown => shown.Id != message) && Readable(PanelOf(her)?.Text ?? "").Contains(expected, StringComparison.Ordinal),
            Patience);
        return this;
    }

    /// <summary>She looks for something just published, again and again: the index looks at the catalogue once a second.</summary>
    public async Task<Visitor> FindsAsync(string words, string title)
    {
        var since = Stopwatch.GetTimestamp();
        do
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"\"{title}\" is not found. The screen: {Screen}");
            await WritesAsync(words, "");
        }
        while (!Screen.StartsWith("Search results", StringComparison.Ordinal) || !Buttons.Any(button => button.Contains(title, StringComparison.Ordinal)));
        return this;
    }

    /// <summary>She presses the button with this label and waits for <paramref name="expected"/> on the panel.</summary>
    public async Task<Visitor> PressesAsync(string label, string expected)
    {
        var button = Panel.Buttons.SelectMany(row => row).FirstOrDefault(button => button.Kind == "code" && Readable(button.Text).Contains(label, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"There is no button \"{label}\" but: {string.Join(" | ", Buttons)}");
        phone.Press(Panel.Id, button.Value);
        return await SeesAsync(expected);
    }

    public async Task<Visitor> SeesAsync(string expected)
    {
        await phone.WaitForAsync(her => Readable(PanelOf(her)?.Text ?? "").Contains(expected, StringComparison.Ordinal), Patience);
        return this;
    }

    public async Task<Visitor> SeesAsync(Func<Phone, bool> looksRight)
    {
        await phone.WaitForAsync(looksRight, Patience);
        return this;
    }

    /// <summary>She comes for the first time and chooses her language.</summary>
    public async Task<Visitor> ArrivesAsync(string languageName, string expected)
    {
        await SendsStartAsync();
        return await PressesAsync(languageName, expected);
    }

    private async Task SendsStartAsync()
    {
        phone.Send("/start");
        await phone.WaitForAsync(her => her.LastFromBot is not null, Patience);
    }

    private static ShownMessage? PanelOf(Phone phone) => phone.Messages.LastOrDefault(message => message.FromBot && message.FileId is null);

    private static string Readable(string text) =>
        string.Concat(text.Where(c => c is not ('\u200E' or '\u200F' or (>= '\u2066' and <= '\u2069'))));
}
