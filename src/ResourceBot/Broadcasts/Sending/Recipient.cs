using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Broadcasts.Sending;

/// <summary>Somebody whose turn has not come, as she stands now and not when the audience was frozen.</summary>
/// <param name="WaitingBell">The bell that stands unread in her chat.</param>
public sealed record Recipient(
    SubscriberId Id, ChatId Chat, Language Language, Place Place, BellForm Form, BellHours Hours, int Attempts,
    MessageId? WaitingBell);

/// <summary>What <see cref="DeliveryWriting"/> says to somebody who wants to send.</summary>
public enum Claim
{
    /// <summary>Go ahead: it is written down that the message is on its way.</summary>
    Granted,

    /// <summary>She turned the bell off, or somebody else sends to her.</summary>
    NotHers,

    /// <summary>Nothing of this broadcast goes out now: paused, cancelled, withdrawn, or all sending is stopped.</summary>
    Halted,
}

/// <summary>How an attempt is written down.</summary>
public enum DeliveryOutcome
{
    Sent,

    /// <summary>She blocked the bot or is gone; her row goes.</summary>
    Unreachable,

    /// <summary>Telegram took the message from nobody, several times.</summary>
    Refused,

    /// <summary>Never confirmed; it may have arrived, so it is not sent again.</summary>
    Unknown,

    /// <summary>Telegram did not take it; her turn comes again, and the attempt counts.</summary>
    TryAgain,

    /// <summary>It certainly did not arrive; her turn comes again, and the attempt does not count.</summary>
    NotArrived,
}
