namespace ResourceBot.LocalTelegram.Faults;

/// <summary>What can go wrong between a bot and Telegram.</summary>
public enum FaultKind
{
    /// <summary>429 with <see cref="Fault.RetryAfterSeconds"/>.</summary>
    TooManyRequests,

    /// <summary>500 in Telegram's envelope.</summary>
    ServerError,

    /// <summary>502 with a body of HTML, as a proxy gives it.</summary>
    BadGateway,

    /// <summary>The call is carried out, then the connection is cut: the caller cannot know.</summary>
    LostAnswer,

    /// <summary>The call is carried out after <see cref="Fault.DelayMilliseconds"/>.</summary>
    Slow,

    /// <summary>The connection is cut before the call is carried out.</summary>
    Reset,

    /// <summary>409, as if another instance were polling.</summary>
    OtherPoller,

    /// <summary>401, as if the token were revoked.</summary>
    Unauthorized,

    /// <summary>200 with half of a JSON body.</summary>
    TruncatedJson,
}

/// <summary>A trouble that is switched on.</summary>
/// <param name="Method">Null for every method.</param>
/// <param name="Count">How many calls it hits; null until it is switched off.</param>
/// <param name="Probability">Of hitting a call, 0 to 1.</param>
public sealed record Fault(
    FaultKind Kind,
    string? Method = null,
    int? Count = null,
    double Probability = 1,
    int RetryAfterSeconds = 3,
    int DelayMilliseconds = 1000);
