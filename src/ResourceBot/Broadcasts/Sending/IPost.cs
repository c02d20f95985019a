using ResourceBot.Chat;

namespace ResourceBot.Broadcasts.Sending;

/// <summary>What came of one attempt to send.</summary>
public abstract record PostResult;

/// <summary>It arrived.</summary>
public sealed record Posted(MessageId Message) : PostResult;

/// <summary>Not tried, or turned away with 429: everybody waits, and her turn comes again.</summary>
public sealed record Postponed : PostResult;

/// <summary>She blocked the bot, or is gone.</summary>
public sealed record Unreachable : PostResult;

/// <summary>Telegram does not take this very message; the next person would not get it either.</summary>
public sealed record NotTaken : PostResult;

/// <summary>It did not get through, and certainly did not arrive.</summary>
public sealed record Failed : PostResult;

/// <summary>No answer came: it may have arrived or not.</summary>
public sealed record Unanswered : PostResult;

/// <summary>The way out for broadcasts: everything goes through the one outgoing gate, after the replies.</summary>
public interface IPost
{
    /// <summary>Waits until one message to this chat may go out.</summary>
    Task TurnAsync(ChatId chat, CancellationToken cancellation);

    /// <summary>Sends once, silently and without repeating, whatever comes of it.</summary>
    Task<PostResult> SendAsync(ChatId chat, Screen screen, CancellationToken cancellation);

    /// <summary>Turns a message of ours into another; takes a turn of its own.</summary>
    /// <returns>False when it cannot be changed any more.</returns>
    Task<bool> RewriteAsync(ChatId chat, MessageId message, Screen screen, CancellationToken cancellation);

    /// <summary>Takes a message of ours away.</summary>
    /// <returns>False when it still stands there, because it is older than 48 hours (Bot API, deleteMessage).</returns>
    Task<bool> DeleteAsync(ChatId chat, MessageId message, CancellationToken cancellation);
}
