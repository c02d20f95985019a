using ResourceBot.LocalTelegram.BotApi.Calls;

namespace ResourceBot.LocalTelegram.BotApi.Pace;

/// <summary>How fast one bot may send: all of its messages together, and each chat.</summary>
internal sealed class BotPace(TimeProvider clock, RateLimits limits)
{
    private readonly Lock _lock = new();
    private readonly long _start = clock.GetTimestamp();
    private Throttle _free;
    private Throttle _paid;
    private Throttle _billed;

    public volatile bool IsOn = true;

    /// <summary>The Stars that the bot owns; a paid message above the free pace costs a tenth of one.</summary>
    public decimal Stars { get; private set; }

    public void GiveStars(decimal stars)
    {
        lock (_lock) Stars += stars;
    }

    /// <returns>Null when the message may go out.</returns>
    public Refusal? Take(Chat chat, bool paid)
    {
        if (!IsOn) return null;
        var now = clock.GetElapsedTime(_start).TotalMilliseconds;
        var wait = TakeFromBot(now, paid) ?? TakeFromChat(chat, now);
        return wait is { } seconds ? Refusal.TooManyRequests(seconds) : null;
    }

    private int? TakeFromBot(double now, bool paid)
    {
        lock (_lock)
        {
            if (!paid || Stars < limits.PaidFromStars)
                return _free.Take(now, 1000.0 / limits.PerSecond, limits.PerSecond, limits.FirstPauseSeconds, limits);
            var wait = _paid.Take(now, 1000.0 / limits.PaidPerSecond, limits.PaidPerSecond, limits.FirstPauseSeconds, limits);
            // The bill knows the free pace too, but what is paid for takes nothing from the messages that are not: the Bot API
            // says that it ignores the limits, and a bot could otherwise answer nobody during a paid broadcast.
            if (wait is null && !_billed.TryTake(now, 1000.0 / limits.PerSecond, limits.PerSecond)) Stars -= 0.1m;
            return wait;
        }
    }

    private int? TakeFromChat(Chat chat, double now)
    {
        lock (chat.Gate)
        {
            return chat.Person is null
                ? chat.Throttle.Take(now, 60_000.0 / limits.PerGroupPerMinute, limits.PerGroupPerMinute, 0, limits)
                : chat.Throttle.Take(now, 1000.0 / limits.PerChatPerSecond, limits.ChatBurst, 0, limits);
        }
    }
}
