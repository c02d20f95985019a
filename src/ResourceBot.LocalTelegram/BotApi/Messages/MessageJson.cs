using System.Text.Json;
using ResourceBot.LocalTelegram.BotApi.Files;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.LocalTelegram.BotApi.Messages;

/// <summary>Writes messages and people as the Bot API does.</summary>
internal static class MessageJson
{
    public static void Write(Utf8JsonWriter writer, Message message, Chat chat)
    {
        writer.WriteStartObject();
        writer.WriteNumber("message_id", message.Id);
        if (message.FromBot)
        {
            writer.WritePropertyName("from");
            WriteBot(writer, chat.Bot);
        }
        else if (chat.Person is { } person)
        {
            writer.WritePropertyName("from");
            WriteUser(writer, person);
        }
        writer.WritePropertyName("chat");
        WriteChat(writer, chat);
        writer.WriteNumber("date", message.Date);
        if (message.Edited is { } edited) writer.WriteNumber("edit_date", edited);
        if (message.ReplyTo is { } reply && chat.Find(reply) is { } answered)
        {
            writer.WritePropertyName("reply_to_message");
            Write(writer, answered with { ReplyTo = null }, chat);
        }
        if (message.Attachment is { } attachment) WriteAttachment(writer, attachment, chat.Bot.Files);
        if (message.Text is { } text)
        {
            var isCaption = message.Attachment is not null;
            writer.WriteString(isCaption ? "caption" : "text", text.Text);
            if (text.Entities.Count > 0)
                WriteEntities(writer, isCaption ? "caption_entities" : "entities", text.Entities);
        }
        if (message.Protected) writer.WriteBoolean("has_protected_content", true);
        if (message.Keyboard is { } keyboard)
        {
            writer.WritePropertyName("reply_markup");
            WriteKeyboard(writer, keyboard);
        }
        writer.WriteEndObject();
    }

    /// <summary>A message that is deleted or too old: only its place is known (Bot API, InaccessibleMessage).</summary>
    public static void WriteInaccessible(Utf8JsonWriter writer, int messageId, Chat chat)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("chat");
        WriteChat(writer, chat);
        writer.WriteNumber("message_id", messageId);
        writer.WriteNumber("date", 0);
        writer.WriteEndObject();
    }

    public static void WriteUser(Utf8JsonWriter writer, Person person)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", person.Id);
        writer.WriteBoolean("is_bot", false);
        writer.WriteString("first_name", person.Profile.FirstName);
        if (person.Profile.Username is { } username) writer.WriteString("username", username);
        if (person.Profile.LanguageCode is { } language) writer.WriteString("language_code", language);
        writer.WriteEndObject();
    }

    public static void WriteBot(Utf8JsonWriter writer, Bot bot)
    {
        writer.WriteStartObject();
        WriteBotFields(writer, bot);
        writer.WriteEndObject();
    }

    public static void WriteBotFields(Utf8JsonWriter writer, Bot bot)
    {
        writer.WriteNumber("id", bot.Id);
        writer.WriteBoolean("is_bot", true);
        writer.WriteString("first_name", bot.Name);
        writer.WriteString("username", bot.Username);
    }

    public static void WriteChat(Utf8JsonWriter writer, Chat chat)
    {
        writer.WriteStartObject();
        WriteChatFields(writer, chat);
        writer.WriteEndObject();
    }

    public static void WriteChatFields(Utf8JsonWriter writer, Chat chat)
    {
        writer.WriteNumber("id", chat.Id);
        if (chat.Person is { } person)
        {
            writer.WriteString("first_name", person.Profile.FirstName);
            if (person.Profile.Username is { } username) writer.WriteString("username", username);
            writer.WriteString("type", "private");
        }
        else
        {
            writer.WriteString("title", chat.GroupTitle);
            writer.WriteString("type", "supergroup");
        }
    }

    public static void WriteKeyboard(Utf8JsonWriter writer, InlineKeyboard keyboard)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("inline_keyboard");
        foreach (var row in keyboard.Rows)
        {
            writer.WriteStartArray();
            foreach (var button in row) WriteButton(writer, button);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteButton(Utf8JsonWriter writer, InlineButton button)
    {
        writer.WriteStartObject();
        writer.WriteString("text", button.Text);
        if (button.Icon is not null) writer.WriteString("icon_custom_emoji_id", button.Icon);
        if (button.Style is not null) writer.WriteString("style", button.Style);
        if (button.Field == "copy_text")
        {
            writer.WriteStartObject("copy_text");
            writer.WriteString("text", button.Value);
            writer.WriteEndObject();
        }
        else
        {
            writer.WritePropertyName(button.Field);
            if (button.IsJson) writer.WriteRawValue(button.Value);
            else writer.WriteStringValue(button.Value);
        }
        writer.WriteEndObject();
    }

    private static void WriteEntities(Utf8JsonWriter writer, string name, IReadOnlyList<Entity> entities)
    {
        writer.WriteStartArray(name);
        foreach (var entity in entities)
        {
            writer.WriteStartObject();
            writer.WriteString("type", entity.Type);
            writer.WriteNumber("offset", entity.Offset);
            writer.WriteNumber("length", entity.Length);
            if (entity.Extra is { } extra) WriteExtra(writer, entity.Type, extra);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteExtra(Utf8JsonWriter writer, string type, string extra)
    {
        switch (type)
        {
            case "text_link":
                writer.WriteString("url", extra);
                break;
            case "custom_emoji":
                writer.WriteString("custom_emoji_id", extra);
                break;
            case "text_mention":
                writer.WriteStartObject("user");
                writer.WritePropertyName("id");
                writer.WriteRawValue(extra);
                writer.WriteBoolean("is_bot", false);
                writer.WriteString("first_name", "");
                writer.WriteEndObject();
                break;
            default:
                writer.WriteString("language", extra);
                break;
        }
    }

    private static void WriteAttachment(Utf8JsonWriter writer, Attachment attachment, FileShelf files)
    {
        switch (attachment)
        {
            case DocumentAttachment document:
                writer.WriteStartObject("document");
                WriteFile(writer, files.Get(document.FileId), withName: true);
                writer.WriteEndObject();
                break;
            case PhotoAttachment photo:
                writer.WriteStartArray("photo");
                writer.WriteStartObject();
                WriteFile(writer, files.Get(photo.FileId), withName: false);
                writer.WriteNumber("width", photo.Width);
                writer.WriteNumber("height", photo.Height);
                writer.WriteEndObject();
                writer.WriteEndArray();
                break;
            case VoiceAttachment voice:
                writer.WriteStartObject("voice");
                WriteFile(writer, files.Get(voice.FileId), withName: false);
                writer.WriteNumber("duration", voice.Seconds);
                writer.WriteEndObject();
                break;
            case StickerAttachment sticker:
                writer.WriteStartObject("sticker");
                WriteFile(writer, files.Get(sticker.FileId), withName: false);
                writer.WriteString("type", "regular");
                writer.WriteNumber("width", 512);
                writer.WriteNumber("height", 512);
                writer.WriteBoolean("is_animated", false);
                writer.WriteBoolean("is_video", false);
                writer.WriteString("emoji", sticker.Emoji);
                writer.WriteEndObject();
                break;
            case ContactAttachment contact:
                writer.WriteStartObject("contact");
                writer.WriteString("phone_number", contact.PhoneNumber);
                writer.WriteString("first_name", contact.FirstName);
                writer.WriteEndObject();
                break;
            case LocationAttachment location:
                writer.WriteStartObject("location");
                writer.WriteNumber("latitude", location.Latitude);
                writer.WriteNumber("longitude", location.Longitude);
                writer.WriteEndObject();
                break;
        }
    }

    private static void WriteFile(Utf8JsonWriter writer, StoredFile file, bool withName)
    {
        writer.WriteString("file_id", file.Id);
        writer.WriteString("file_unique_id", file.UniqueId);
        if (withName) writer.WriteString("file_name", file.Name);
        if (withName || file.MimeType.StartsWith("audio/", StringComparison.Ordinal)) writer.WriteString("mime_type", file.MimeType);
        writer.WriteNumber("file_size", file.Bytes.Length);
    }
}
