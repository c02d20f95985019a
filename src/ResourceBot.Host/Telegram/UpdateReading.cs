using System.Text.Json;
using ResourceBot.Chat;

namespace ResourceBot.Host.Telegram;

/// <summary>One update of getUpdates: its number, and what it means to us.</summary>
/// <param name="Incoming">Null for kinds that we do not know or do not answer, such as what happens in groups.</param>
internal sealed record Received(long UpdateId, Incoming? Incoming);

/// <summary>
/// Reads an update (Bot API, Update) field by field. Not through the library's types: those throw on a subtype that is newer
/// than they are, and hold names that we never want in memory.
/// </summary>
internal static class UpdateReading
{
    /// <summary>The kinds we ask Telegram for (Bot API, getUpdates.allowed_updates).</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["message", "callback_query", "my_chat_member"];

    // What a person sends that is no text (Bot API, Message). The rest are notes of Telegram's own: that a message was pinned, that
    // she lets messages vanish by themselves. She wrote nothing then, and is not to be told that she should press buttons.
    private static readonly string[] Contents =
    [
        "animation", "audio", "document", "paid_media", "photo", "sticker", "story", "video", "video_note", "voice", "caption", "contact",
        "dice", "game", "poll", "venue", "location", "checklist",
    ];

    private const int MostHiddenLinks = 10;

    /// <returns>Null when it has no number, so that it cannot be confirmed either.</returns>
    public static Received? Read(JsonElement update)
    {
        if (Number(update, "update_id") is not { } id) return null;
        return new Received(id, ReadIncoming(update));
    }

    private static Incoming? ReadIncoming(JsonElement update)
    {
        if (Object(update, "message") is { } message) return ReadMessage(message);
        if (Object(update, "callback_query") is { } press) return ReadPress(press);
        return Object(update, "my_chat_member") is { } door ? ReadDoor(door) : null;
    }

    private static Incoming? ReadMessage(JsonElement message)
    {
        if (PrivateChat(message) is not { } chat || MessageNumber(message) is not { } id || IsBot(message)) return null;
        if (Text(message, "text") is { } text) return new TypedText(chat, id, text, ClientLanguage(message), HiddenLinks(message, "entities"));
        if (Object(message, "document") is { } file && Text(file, "file_id") is { } fileId)
            return new SentFile(chat, id, fileId, Text(file, "file_name") ?? "", Number(file, "file_size"), ClientLanguage(message), Caption(message));
        // A text that cannot be read was written all the same.
        return message.TryGetProperty("text", out _) || Contents.Any(content => message.TryGetProperty(content, out _))
            ? new OtherContent(chat, id, ClientLanguage(message), Caption(message))
            : null;
    }

    private static string Caption(JsonElement message) =>
        string.Join('\n', new[] { HiddenLinks(message, "caption_entities"), Text(message, "caption") ?? "" }.Where(part => part.Length > 0));

    // Posts that are passed on hide their links behind words (Bot API, MessageEntity, text_link) and buttons (InlineKeyboardButton).
    private static string HiddenLinks(JsonElement message, string entities)
    {
        var keyboard = Object(message, "reply_markup") is { } markup ? List(markup, "inline_keyboard") : [];
        return string.Join('\n', List(message, entities)
            .Concat(keyboard.Where(row => row.ValueKind == JsonValueKind.Array).SelectMany(row => row.EnumerateArray()))
            .Where(part => part.ValueKind == JsonValueKind.Object)
            .Select(part => Text(part, "url"))
            .OfType<string>()
            .Take(MostHiddenLinks));
    }

    private static IEnumerable<JsonElement> List(JsonElement holder, string name) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];

    private static ButtonPress? ReadPress(JsonElement press) =>
        Object(press, "message") is { } message && PrivateChat(message) is { } chat && MessageNumber(message) is { } panel
        && Text(press, "id") is { } pressId
            ? new ButtonPress(chat, panel, pressId, Text(press, "data") ?? "", ClientLanguage(press))
            : null;

    private static DoorMoved? ReadDoor(JsonElement door) =>
        PrivateChat(door) is { } chat && Object(door, "new_chat_member") is { } member
            ? new DoorMoved(chat, Blocked: Text(member, "status") == "kicked")
            : null;

    private static ChatId? PrivateChat(JsonElement holder) =>
        Object(holder, "chat") is { } chat && Text(chat, "type") == "private" && Number(chat, "id") is { } id and > 0
            ? new ChatId(id)
            : null;

    // Cut to size it would be the number of another message, and the bot deletes what she typed.
    private static MessageId? MessageNumber(JsonElement message) =>
        Number(message, "message_id") is { } id and > 0 and <= int.MaxValue ? new MessageId((int)id) : null;

    private static bool IsBot(JsonElement message) =>
        Object(message, "from") is { } from && from.TryGetProperty("is_bot", out var isBot) && isBot.ValueKind == JsonValueKind.True;

    private static string? ClientLanguage(JsonElement holder) => Object(holder, "from") is { } from ? Text(from, "language_code") : null;

    private static JsonElement? Object(JsonElement holder, string name) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
            ? value
            : null;

    private static long? Number(JsonElement holder, string name) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : null;

    // A lone surrogate cannot be read as a text; to us it is then nothing typed.
    private static string? Text(JsonElement holder, string name)
    {
        if (!holder.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
