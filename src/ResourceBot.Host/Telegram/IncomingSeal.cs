using System.Text.Json;
using ResourceBot.Chat;
using ResourceBot.Storage;

namespace ResourceBot.Host.Telegram;

/// <summary>
/// An <see cref="Incoming"/> as sealed bytes for the time until it is answered. Only what the answer needs is in it: even a
/// stolen key would give no name.
/// </summary>
internal sealed class IncomingSeal(Seal seal)
{
    private const string Purpose = "inbox";

    private sealed record Form(char Kind, long Chat, int Message, string? Text, string? Press, string? Language, long? Size = null, string More = "", int Panel = 0, string Screen = "");

    /// <param name="panel">What her chat shows, so that after a restart it is understood where she was.</param>
    public byte[] Close(Incoming incoming, OpenPanel? panel)
    {
        var form = incoming switch
        {
            TypedText typed => new Form('t', typed.Chat.Value, typed.Message.Value, typed.Text, null, typed.ClientLanguage, More: typed.HiddenLinks),
            ButtonPress press => new Form('p', press.Chat.Value, press.Panel.Value, press.Code, press.PressId, press.ClientLanguage),
            SentFile file => new Form('f', file.Chat.Value, file.Message.Value, file.Name, file.FileId, file.ClientLanguage, file.Size, file.Caption),
            OtherContent other => new Form('o', other.Chat.Value, other.Message.Value, null, null, other.ClientLanguage, More: other.Caption),
            DoorMoved door => new Form(door.Blocked ? 'b' : 'u', door.Chat.Value, 0, null, null, null),
            _ => throw new ArgumentOutOfRangeException(nameof(incoming)),
        };
        if (panel is not null) form = form with { Panel = panel.Message.Value, Screen = panel.Code };
        return seal.Close(Purpose, JsonSerializer.SerializeToUtf8Bytes(form));
    }

    /// <exception cref="System.Security.Cryptography.CryptographicException">Sealed under another key.</exception>
    public (Incoming Incoming, OpenPanel? Panel) Open(byte[] closed)
    {
        var form = JsonSerializer.Deserialize<Form>(seal.Open(Purpose, closed))!;
        return (Read(form), form.Panel == 0 ? null : new OpenPanel(new MessageId(form.Panel), form.Screen));
    }

    private static Incoming Read(Form form)
    {
        var chat = new ChatId(form.Chat);
        var message = new MessageId(form.Message);
        return form.Kind switch
        {
            't' => new TypedText(chat, message, form.Text!, form.Language, form.More),
            'p' => new ButtonPress(chat, message, form.Press!, form.Text!, form.Language),
            'f' => new SentFile(chat, message, form.Press!, form.Text!, form.Size, form.Language, form.More),
            'o' => new OtherContent(chat, message, form.Language, form.More),
            'b' => new DoorMoved(chat, Blocked: true),
            _ => new DoorMoved(chat, Blocked: false),
        };
    }
}
