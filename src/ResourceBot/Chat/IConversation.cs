namespace ResourceBot.Chat;

/// <summary>The one door between a chat network and the bot: something came in, this is the answer.</summary>
public interface IConversation
{
    /// <summary>
    /// Understands and answers. Called in order within a chat, at the same time for different chats. A redelivered
    /// <paramref name="incoming"/> gives the same answer, so carrying it out twice changes nothing.
    /// </summary>
    Task<Answer> AnswerAsync(Incoming incoming, CancellationToken cancellation);

    /// <summary>The answer to what took effect before a crash: where she was, and that it is done.</summary>
    Task<Answer> ConfirmAsync(Incoming incoming, CancellationToken cancellation);

    /// <summary>The answer when <see cref="AnswerAsync"/> threw. Asks nothing of the database, which may be the reason.</summary>
    Task<Answer> ApologiseAsync(Incoming incoming, CancellationToken cancellation);
}
