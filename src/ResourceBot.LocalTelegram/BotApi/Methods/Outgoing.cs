using ResourceBot.LocalTelegram.BotApi.Calls;
using ResourceBot.LocalTelegram.BotApi.Messages;

namespace ResourceBot.LocalTelegram.BotApi.Methods;

/// <summary>What all methods that send a message share.</summary>
internal static class Outgoing
{
    /// <summary>Checks keyboard, reply, pace and door, and puts the message into the chat.</summary>
    public static ApiAnswer Post(Call call, Chat chat, FormattedText? text, Attachment? attachment)
    {
        var parameters = call.Parameters;
        var (markup, badMarkup) = Markup.Read(parameters.Json("reply_markup"));
        if (badMarkup is not null) return badMarkup;
        if (CheckPlace(parameters, chat, out var replyTo) is { } noPlace) return noPlace;
        if (call.Bot.Pace.Take(chat, parameters.Flag("allow_paid_broadcast")) is { } tooFast) return tooFast;
        if (Call.CheckDoor(chat) is { } shut) return shut;
        var date = call.Network.Now;
        var silent = parameters.Flag("disable_notification");
        var isProtected = parameters.Flag("protect_content");
        var message = chat.Add(id => new Message
        {
            Id = id,
            FromBot = true,
            Date = date,
            Text = text,
            Attachment = attachment,
            Keyboard = markup.Inline,
            HasOtherMarkup = markup.IsOther,
            Silent = silent,
            Protected = isProtected,
            ReplyTo = replyTo,
        });
        call.Network.Tell(chat, message, isNew: true);
        return Call.MessageAnswer(chat, message);
    }

    private static Refusal? CheckPlace(Parameters parameters, Chat chat, out int? replyTo)
    {
        replyTo = null;
        if (parameters.Integer("message_thread_id") is > 0) return Refusal.BadRequest("message thread not found");
        if (parameters.Json("reply_parameters") is not { } reply || !reply.TryGetProperty("message_id", out var id)) return null;
        if (chat.Find(id.GetInt32()) is not null)
        {
            replyTo = id.GetInt32();
            return null;
        }
        return reply.TryGetProperty("allow_sending_without_reply", out var without) && without.GetBoolean()
            ? null
            : Refusal.BadRequest("message to be replied not found");
    }
}
