using ResourceBot.LocalTelegram.BotApi.Calls;
using ResourceBot.LocalTelegram.BotApi.Messages;

namespace ResourceBot.LocalTelegram.BotApi.Methods;

/// <summary>deleteMessage and deleteMessages: in a private chat a bot deletes its own messages and hers, for 48 hours.</summary>
internal static class Deleting
{
    private const long SecondsToDelete = 48 * 3600;
    private const int MostAtOnce = 100;
    private static readonly Refusal NotFound = Refusal.BadRequest("message to delete not found");
    private static readonly Refusal TooOld = Refusal.BadRequest("message can't be deleted");

    public static ApiAnswer DeleteOne(Call call)
    {
        if (call.FindChat(out var chat) is { } noChat) return noChat;
        if (chat.Find((int)call.Parameters.Integer("message_id")!.Value) is not { } message) return NotFound;
        if (IsTooOld(call, message)) return TooOld;
        return Remove(call, chat, message.Id) ? ApiAnswer.True : NotFound;
    }

    public static ApiAnswer DeleteMany(Call call)
    {
        if (call.FindChat(out var chat) is { } noChat) return noChat;
        var ids = call.Parameters.Json("message_ids")!.Value;
        if (ids.GetArrayLength() == 0) return Refusal.BadRequest("message identifiers are not specified");
        if (ids.GetArrayLength() > MostAtOnce) return Refusal.BadRequest("too many message identifiers specified");
        var found = ids.EnumerateArray().Select(id => chat.Find(id.GetInt32())).OfType<Message>().ToList();
        if (found.Exists(message => IsTooOld(call, message))) return TooOld;
        foreach (var message in found) Remove(call, chat, message.Id);
        return ApiAnswer.True;
    }

    private static bool Remove(Call call, Chat chat, int messageId)
    {
        if (!chat.Remove(messageId)) return false;
        call.Network.Happenings.Tell(new MessageGone(chat, messageId));
        return true;
    }

    // Without contents there are no dates either.
    private static bool IsTooOld(Call call, Message message) =>
        message.Date > 0 && call.Network.Now - message.Date > SecondsToDelete;
}
