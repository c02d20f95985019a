using ResourceBot.LocalTelegram.BotApi.Messages;

namespace ResourceBot.LocalTelegram.People;

/// <summary>A message as a person sees it.</summary>
/// <param name="Text">Without markup.</param>
/// <param name="Html">With markup, safe to put into a page.</param>
/// <param name="FileId">Of a document, photo, voice message or sticker.</param>
public sealed record ShownMessage(
    int Id,
    bool FromBot,
    DateTimeOffset Date,
    bool IsEdited,
    string Text,
    string Html,
    bool Silent,
    bool Protected,
    IReadOnlyList<IReadOnlyList<ShownButton>> Buttons,
    string? FileId)
{
    internal static ShownMessage Of(Message message) => new(
        message.Id,
        message.FromBot,
        DateTimeOffset.FromUnixTimeSeconds(message.Date),
        message.Edited is not null,
        message.Text?.Text ?? "",
        message.Text is { } text ? SafeHtml.Render(text) : "",
        message.Silent,
        message.Protected,
        message.Keyboard is { } keyboard
            ? [.. keyboard.Rows.Select(row => (IReadOnlyList<ShownButton>)[.. row.Select(button => new ShownButton(button.Text, button.Kind, button.Value))])]
            : [],
        FileIdOf(message.Attachment));

    private static string? FileIdOf(Attachment? attachment) => attachment switch
    {
        DocumentAttachment document => document.FileId,
        PhotoAttachment photo => photo.FileId,
        VoiceAttachment voice => voice.FileId,
        StickerAttachment sticker => sticker.FileId,
        _ => null,
    };
}

/// <summary>A button under a message.</summary>
/// <param name="Kind"><c>code</c>, <c>url</c>, <c>copy</c>, or the field of the Bot API for the rarer ones.</param>
/// <param name="Value">The code, the address, or the text to copy.</param>
public sealed record ShownButton(string Text, string Kind, string Value);
