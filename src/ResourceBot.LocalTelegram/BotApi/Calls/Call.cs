using ResourceBot.LocalTelegram.BotApi.Messages;

namespace ResourceBot.LocalTelegram.BotApi.Calls;

/// <summary>One checked call of a method.</summary>
/// <param name="Aborted">The caller hung up.</param>
internal sealed record Call(Bot Bot, Parameters Parameters, CancellationToken Aborted)
{
    public Network Network => Bot.Network;

    /// <summary>Finds <c>chat_id</c>, a number or <c>@username</c> of a group, which there is none of here.</summary>
    public Refusal? FindChat(out Chat chat)
    {
        chat = null!;
        if (string.IsNullOrWhiteSpace(Parameters.Text("chat_id"))) return Refusal.BadRequest("chat_id is empty");
        return Parameters.Integer("chat_id") is { } id && Bot.TryFindChat(id, out chat!) ? null : Refusal.ChatNotFound;
    }

    /// <summary>Whether a message can reach the person at this moment.</summary>
    public static Refusal? CheckDoor(Chat chat)
    {
        if (chat.Person is { IsDeactivated: true }) return Refusal.Deactivated;
        return chat.Blocked ? Refusal.Blocked : null;
    }

    public static ApiAnswer MessageAnswer(Chat chat, Message message) => ApiAnswer.Of(writer => MessageJson.Write(writer, message, chat));
}
