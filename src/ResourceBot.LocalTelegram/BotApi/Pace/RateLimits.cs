namespace ResourceBot.LocalTelegram.BotApi.Pace;

/// <summary>
/// Telegram's pace, as far as it is known: the exact numbers are not published and depend on the load (Bots FAQ, "My bot is
/// hitting limits"; Bot API, "Paid Broadcasts").
/// </summary>
public sealed record RateLimits
{
    /// <summary>Messages a second for the whole bot.</summary>
    public int PerSecond { get; init; } = 30;

    /// <summary>Messages a second in one private chat, after the burst.</summary>
    public double PerChatPerSecond { get; init; } = 1;

    /// <summary>Messages that one private chat takes at once.</summary>
    public int ChatBurst { get; init; } = 3;

    /// <summary>Messages a minute in one group.</summary>
    public int PerGroupPerMinute { get; init; } = 20;

    /// <summary>Messages a second with <c>allow_paid_broadcast</c>.</summary>
    public int PaidPerSecond { get; init; } = 1000;

    /// <summary>Stars a bot must own before <c>allow_paid_broadcast</c> has an effect.</summary>
    public int PaidFromStars { get; init; } = 10_000;

    /// <summary>First pause after the bot was too fast, in seconds.</summary>
    public int FirstPauseSeconds { get; init; } = 3;

    /// <summary>Longest pause, in seconds.</summary>
    public int LongestPauseSeconds { get; init; } = 120;

    /// <summary>
    /// Calls that come this soon after a pause began were already under way and are not punished; later ones double the pause.
    /// </summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(1);
}
