using System.Globalization;
using System.Text.Json;
using ResourceBot.LocalTelegram.BotApi.Messages;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.LocalTelegram.BotApi;

/// <summary>What a person does, made into messages of her chat and updates for the bot.</summary>
internal sealed class Incoming(Chat chat)
{
    private static readonly TimeSpan MessageLife = TimeSpan.FromHours(24);
    private static readonly TimeSpan PressLife = TimeSpan.FromSeconds(150);
    private static readonly byte[] TinyPicture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private Network Network => chat.Bot.Network;

    public int Text(string text) => Post(FoundEntities.Mark(FormattedText.Plain(text.Trim())), null);

    public int File(string fileName, byte[] bytes, string? caption, string contentType)
    {
        var file = Network.Files.Add("documents", fileName, contentType, bytes);
        return Post(string.IsNullOrEmpty(caption) ? null : FormattedText.Plain(caption), new DocumentAttachment(file.Id));
    }

    public int Other(OtherKind kind) => Post(null, kind switch
    {
        OtherKind.Voice => new VoiceAttachment(Network.Files.Add("voice", "voice.oga", "audio/ogg", [1, 2, 3]).Id, 3),
        OtherKind.Photo => new PhotoAttachment(Network.Files.Add("photos", "photo.png", "image/png", TinyPicture).Id, 1, 1),
        OtherKind.Contact => new ContactAttachment("+93000000000", chat.Person!.Profile.FirstName),
        OtherKind.Location => new LocationAttachment(34.5, 69.2),
        _ => new StickerAttachment(Network.Files.Add("stickers", "sticker.webp", "image/webp", [1, 2, 3]).Id, "🌷"),
    });

    public string Press(int messageId, string code, bool forged)
    {
        CheckDoor();
        var message = chat.Find(messageId);
        if (!forged)
        {
            if (message is not { Cleared: false }) throw new CannotDoThatException($"She sees no message {messageId}.");
            if (message.Keyboard?.Rows.SelectMany(row => row).Any(button => button.Kind == "code" && button.Value == code) != true)
                throw new CannotDoThatException($"Message {messageId} has no button with this code.");
        }
        var query = Network.Dice.Id().ToString(CultureInfo.InvariantCulture);
        chat.Bot.Presses.Add(new Press(query, chat, Network.Clock.GetUtcNow()), Network.Options.PressLife);
        // Client.cpp of telegram-bot-api: presses queue by user id + (3 << 33), so a webhook may get them beside a message.
        chat.Bot.Queue.Add("callback_query", chat.Id + (3L << 33), PressLife, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", query);
            writer.WritePropertyName("from");
            MessageJson.WriteUser(writer, chat.Person!);
            writer.WritePropertyName("message");
            if (message is null) MessageJson.WriteInaccessible(writer, messageId, chat);
            else MessageJson.Write(writer, message, chat);
            writer.WriteString("chat_instance", (chat.Id * 7919 + chat.Bot.Id).ToString(CultureInfo.InvariantCulture));
            writer.WriteString("data", code);
            writer.WriteEndObject();
        });
        return query;
    }

    public void Door(bool blocked)
    {
        lock (chat.Gate)
        {
            if (chat.Blocked == blocked) return;
            chat.Blocked = blocked;
            chat.Changed();
        }
        Network.Happenings.Tell(new PeopleChanged(chat.Id));
        // A bot that has not called yet has no id to be blocked by, and one she never wrote to hears nothing.
        if (!chat.Started || chat.Bot.Token is null) return;
        var now = Network.Now;
        chat.Bot.Queue.Add("my_chat_member", chat.Id, MessageLife, writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("chat");
            MessageJson.WriteChat(writer, chat);
            writer.WritePropertyName("from");
            MessageJson.WriteUser(writer, chat.Person!);
            writer.WriteNumber("date", now);
            WriteMember(writer, "old_chat_member", kicked: !blocked);
            WriteMember(writer, "new_chat_member", kicked: blocked);
            writer.WriteEndObject();
        });
    }

    public void Deactivate()
    {
        chat.Person!.IsDeactivated = true;
        Network.Happenings.Tell(new PeopleChanged(chat.Id));
    }

    public void ClearChat()
    {
        chat.Clear();
        Network.Happenings.Tell(new PeopleChanged(chat.Id));
    }

    private int Post(FormattedText? text, Attachment? attachment)
    {
        CheckDoor();
        if (text is { Text.Length: 0 } && attachment is null) throw new CannotDoThatException("An empty text cannot be sent.");
        if (text?.Text.Length > TextReading.LongestText) throw new CannotDoThatException("The text is longer than 4096 letters.");
        chat.Started = true;
        var date = Network.Now;
        var message = chat.Add(id => new Message { Id = id, FromBot = false, Date = date, Text = text, Attachment = attachment });
        chat.Bot.Queue.Add("message", chat.Id, MessageLife, writer => MessageJson.Write(writer, message, chat));
        Network.Tell(chat, message, isNew: true);
        return message.Id;
    }

    private void CheckDoor()
    {
        if (chat.Person is { IsDeactivated: true }) throw new CannotDoThatException("Her account is gone.");
        if (chat.Blocked) throw new CannotDoThatException("She has blocked the bot.");
    }

    private void WriteMember(Utf8JsonWriter writer, string name, bool kicked)
    {
        writer.WriteStartObject(name);
        writer.WritePropertyName("user");
        MessageJson.WriteBot(writer, chat.Bot);
        writer.WriteString("status", kicked ? "kicked" : "member");
        if (kicked) writer.WriteNumber("until_date", 0);
        writer.WriteEndObject();
    }
}
