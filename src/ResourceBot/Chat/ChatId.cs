namespace ResourceBot.Chat;

/// <summary>
/// The number of a chat on the chat network (in a private chat of Telegram: of the person, up to 52 bits).
/// It is the one thing that could lead to a woman, so it never prints itself: logs and errors show "chat".
/// </summary>
public readonly record struct ChatId(long Value)
{
    public override string ToString() => "chat";
}
