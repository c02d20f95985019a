using ResourceBot.Chat;

namespace ResourceBot.Host.Telegram;

/// <summary>At least so long between two messages to the same chat (Bot FAQ: about one a second).</summary>
internal sealed class ChatSpacing(TimeProvider clock, TimeSpan spacing)
{
    private const int SweepAt = 10_000;
    private readonly Lock _lock = new();
    private readonly Dictionary<ChatId, long> _next = [];

    /// <summary>Books the next free moment of a chat and waits for it.</summary>
    public Task TurnAsync(ChatId chat, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return Task.FromCanceled(cancellation);
        var wait = Book(chat);
        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, cancellation) : Task.CompletedTask;
    }

    private TimeSpan Book(ChatId chat)
    {
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            if (_next.Count >= SweepAt) Sweep(now);
            var mine = Math.Max(now, _next.GetValueOrDefault(chat, now));
            _next[chat] = mine + (long)(spacing.TotalSeconds * clock.TimestampFrequency);
            return TimeSpan.FromSeconds((mine - now) / (double)clock.TimestampFrequency);
        }
    }

    private void Sweep(long now)
    {
        foreach (var (chat, next) in _next)
        {
            if (next <= now) _next.Remove(chat);
        }
    }
}
