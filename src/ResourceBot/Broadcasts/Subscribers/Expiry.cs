using Microsoft.Extensions.Logging;

namespace ResourceBot.Broadcasts.Subscribers;

/// <summary>
/// Removes subscribers past their day. A clock that jumps ahead makes everybody look expired at once: many at a time are
/// therefore left alone until the clock has gone on saying so for a day of real time. Nothing is sent to them meanwhile.
/// </summary>
public sealed partial class Expiry(SubscriberStore subscribers, TimeProvider clock, ILogger<Expiry> log)
{
    /// <summary>A share of all rows that does not expire within an hour by itself.</summary>
    private const double SuspiciousShare = 0.05;

    private const int AlwaysFine = 20;
    private const int MostAtOnce = 500;
    private static readonly TimeSpan Doubt = TimeSpan.FromHours(24);

    private long? _doubtfulSince;

    public async Task SweepAsync(CancellationToken cancellation)
    {
        var (all, expired) = await subscribers.CountAsync(cancellation);
        if (expired > AlwaysFine && expired > all * SuspiciousShare && !HasLasted())
        {
            TooMany(log, expired);
            return;
        }

        var any = false;
        // The next portion in a transaction of its own: answers must not wait for a long one.
        while (await subscribers.RemoveExpiredAsync(MostAtOnce, cancellation) > 0) any = true;
        if (any) await subscribers.SweepAsync(cancellation);
        _doubtfulSince = null;
    }

    private bool HasLasted()
    {
        _doubtfulSince ??= clock.GetTimestamp();
        return clock.GetElapsedTime(_doubtfulSince.Value) >= Doubt;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} subscribers look expired at once. If the clock of this machine is right, they are removed in a day; if not, set it right.")]
    private static partial void TooMany(ILogger log, long count);
}
