using ResourceBot.LocalTelegram.BotApi.Calls;
using ResourceBot.LocalTelegram.BotApi.Messages;

namespace ResourceBot.LocalTelegram.BotApi.Methods;

/// <summary>sendMessage.</summary>
internal static class SendingText
{
    public static ApiAnswer Send(Call call)
    {
        if (call.FindChat(out var chat) is { } noChat) return noChat;
        var (text, badText) = TextReading.Read(call.Parameters, "text", "entities");
        if (text is null) return badText ?? Refusal.BadRequest("message text is empty");
        return Outgoing.Post(call, chat, text, attachment: null);
    }
}
