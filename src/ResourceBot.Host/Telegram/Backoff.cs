namespace ResourceBot.Host.Telegram;

/// <summary>
/// How long to wait before the next try: doubling, and anywhere between half and all of it, so that many who failed together
/// do not come back together (Brooker, "Exponential Backoff And Jitter").
/// </summary>
internal sealed class Backoff(Random random, TimeSpan first, TimeSpan most)
{
    private int _failures;

    public TimeSpan Next()
    {
        var full = Math.Min(first.TotalMilliseconds * Math.Pow(2, Math.Min(_failures++, 30)), most.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(full * (0.5 + random.NextDouble() / 2));
    }

    public void Reset() => _failures = 0;
}
