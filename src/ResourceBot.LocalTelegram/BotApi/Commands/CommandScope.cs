using System.Text.Json;
using ResourceBot.LocalTelegram.BotApi.Calls;

namespace ResourceBot.LocalTelegram.BotApi.Commands;

/// <summary>Where a list of commands holds (Bot API, BotCommandScope).</summary>
/// <param name="Kind">Such as <c>all_private_chats</c>.</param>
/// <param name="Chat">For scopes of one chat.</param>
/// <param name="User">For the scope of one member of a chat.</param>
internal readonly record struct CommandScope(string Kind, long Chat = 0, long User = 0)
{
    public static CommandScope Default { get; } = new("default");

    public static CommandScope AllPrivateChats { get; } = new("all_private_chats");

    public static CommandScope Of(long chat) => new("chat", chat);

    public static (CommandScope Scope, Refusal? Refusal) Read(Call call)
    {
        if (call.Parameters.Json("scope") is not { } scope) return (Default, null);
        var kind = scope.GetProperty("type").GetString()!;
        if (!scope.TryGetProperty("chat_id", out var chatId)) return (new CommandScope(kind), null);
        // Telegram knows only chats that have met the bot.
        if (!TryId(chatId, out var chat) || !call.Bot.TryFindChat(chat, out var found)) return (default, Refusal.ChatNotFound);
        if (kind != "chat" && found.Person is not null)
            return (default, Refusal.BadRequest("can't set commands for members and administrators of a private chat"));
        return (new CommandScope(kind, chat, scope.TryGetProperty("user_id", out var user) ? user.GetInt64() : 0), null);
    }

    private static bool TryId(JsonElement element, out long id) => element.ValueKind == JsonValueKind.Number
        ? element.TryGetInt64(out id) : long.TryParse(element.GetString(), out id);
}
