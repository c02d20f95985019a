using ResourceBot.LocalTelegram.BotApi;
using ResourceBot.LocalTelegram.BotApi.Commands;
using ResourceBot.LocalTelegram.BotApi.Files;
using ResourceBot.LocalTelegram.BotApi.Messages;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.LocalTelegram.Control;

/// <summary>A person's chat as the page draws it; field names are snake_case on the wire.</summary>
/// <param name="Html">Safe to put into a page.</param>
/// <param name="Date">Seconds since 1970.</param>
internal sealed record MessageView(
    int Id,
    string From,
    long Date,
    bool Edited,
    string Text,
    string Html,
    bool Silent,
    bool Protected,
    IReadOnlyList<IReadOnlyList<ShownButton>> Buttons,
    FileView? Document,
    FileView? Photo,
    VoiceView? Voice,
    StickerView? Sticker,
    ContactAttachment? Contact,
    LocationAttachment? Location)
{
    public static MessageView Of(Message message, FileShelf files)
    {
        var shown = ShownMessage.Of(message);
        return new MessageView(
            message.Id,
            message.FromBot ? "bot" : "person",
            message.Date,
            shown.IsEdited,
            shown.Text,
            shown.Html,
            message.Silent,
            message.Protected,
            shown.Buttons,
            message.Attachment is DocumentAttachment document ? FileView.Of(files.Get(document.FileId)) : null,
            message.Attachment is PhotoAttachment photo ? FileView.Of(files.Get(photo.FileId)) : null,
            message.Attachment is VoiceAttachment voice ? new VoiceView(voice.FileId, voice.Seconds) : null,
            message.Attachment is StickerAttachment sticker ? new StickerView(sticker.FileId, sticker.Emoji) : null,
            message.Attachment as ContactAttachment,
            message.Attachment as LocationAttachment);
    }
}

/// <param name="Size">Bytes.</param>
internal sealed record FileView(string FileId, string FileName, int Size)
{
    public static FileView Of(StoredFile file) => new(file.Id, file.Name, file.Bytes.Length);
}

/// <param name="Duration">Seconds.</param>
internal sealed record VoiceView(string FileId, int Duration);

/// <summary>A sticker, which the page draws as its emoji.</summary>
internal sealed record StickerView(string FileId, string Emoji);

/// <summary>What the bot is called and says about itself in her language.</summary>
internal sealed record BotView(long Id, string Username, string Name, string Description, string ShortDescription)
{
    public static BotView Of(Bot bot, string? language) => new(
        bot.Id,
        bot.Username,
        bot.Names.Get(language) is { Length: > 0 } name ? name : bot.Name,
        bot.Descriptions.Get(language),
        bot.ShortDescriptions.Get(language));
}

/// <summary>Everything on the screen of one phone.</summary>
internal sealed record ChatView(
    IReadOnlyList<MessageView> Messages,
    IReadOnlyList<Notice> Notices,
    IReadOnlyList<Notification> Notifications,
    IReadOnlyList<BotCommand> Commands,
    BotView Bot,
    bool Blocked,
    bool Deactivated)
{
    public static ChatView Of(Chat chat)
    {
        var language = chat.Person!.Profile.LanguageCode;
        return new ChatView(
            [.. chat.Seen().Select(message => MessageView.Of(message, chat.Bot.Files))],
            chat.Signs.Notices,
            chat.Signs.Notifications,
            chat.Bot.Commands.SeenBy(chat.Id, language),
            BotView.Of(chat.Bot, language),
            chat.Blocked,
            chat.Person.IsDeactivated);
    }
}
