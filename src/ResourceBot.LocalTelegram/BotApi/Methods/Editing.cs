using ResourceBot.LocalTelegram.BotApi.Calls;
using ResourceBot.LocalTelegram.BotApi.Messages;

namespace ResourceBot.LocalTelegram.BotApi.Methods;

/// <summary>editMessageText, editMessageCaption, editMessageReplyMarkup.</summary>
internal static class Editing
{
    private static readonly Refusal NotModified = Refusal.BadRequest(
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");

    public static ApiAnswer EditText(Call call)
    {
        if (call.Parameters.Json("rich_message") is not null)
            return Refusal.BadRequest("the local Telegram does not know rich messages");
        var (text, badText) = TextReading.Read(call.Parameters, "text", "entities");
        if (text is null) return badText ?? Refusal.BadRequest("message text is empty");
        return Edit(call, message => message.Attachment is null
            ? (message with { Text = text }, null)
            : (message, Refusal.BadRequest("there is no text in the message to edit")));
    }

    public static ApiAnswer EditCaption(Call call)
    {
        var (text, badText) = TextReading.Read(call.Parameters, "caption", "caption_entities");
        if (badText is not null) return badText;
        return Edit(call, message => message.Attachment is not null
            ? (message with { Text = text }, null)
            : (message, Refusal.BadRequest("there is no caption in the message to edit")));
    }

    public static ApiAnswer EditKeyboard(Call call) => Edit(call, message => (message, null));

    /// <summary>Finds the message, changes it, and refuses a change that changes nothing.</summary>
    /// <param name="change">Everything but the keyboard.</param>
    public static ApiAnswer Edit(Call call, Func<Message, (Message Changed, Refusal? Refusal)> change)
    {
        if (call.Parameters.Has("inline_message_id")) return Refusal.BadRequest("MESSAGE_ID_INVALID");
        if (call.FindChat(out var chat) is { } noChat) return noChat;
        if (call.Parameters.Integer("message_id") is not { } messageId)
            return Refusal.BadRequest("message identifier is not specified");
        var (markup, badMarkup) = Markup.Read(call.Parameters.Json("reply_markup"));
        if (badMarkup is not null) return badMarkup;
        if (call.Bot.Pace.Take(chat, paid: false) is { } tooFast) return tooFast;
        if (Call.CheckDoor(chat) is { } shut) return shut;
        Message after;
        lock (chat.Gate)
        {
            if (chat.Find((int)messageId) is not { } before) return Refusal.BadRequest("message to edit not found");
            if (!before.FromBot || before.HasOtherMarkup) return Refusal.BadRequest("message can't be edited");
            var (changed, refusal) = change(before);
            if (refusal is not null) return refusal;
            after = changed with { Keyboard = markup.Inline };
            if (call.Bot.KeepsContents && IsSame(before, after)) return NotModified;
            after = after with { Edited = call.Network.Now };
            chat.Replace(after);
        }
        call.Network.Tell(chat, after, isNew: false);
        return Call.MessageAnswer(chat, after);
    }

    private static bool IsSame(Message before, Message after) =>
        before.Text?.Text == after.Text?.Text
        && (before.Text?.Entities ?? []).SequenceEqual(after.Text?.Entities ?? [])
        && before.Keyboard == after.Keyboard
        && before.Attachment == after.Attachment;
}
