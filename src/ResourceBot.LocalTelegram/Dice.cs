namespace ResourceBot.LocalTelegram;

/// <summary>Where every id and every probability comes from; the same seed throws the same again.</summary>
internal sealed class Dice(int? seed)
{
    private readonly Lock _lock = new();
    private readonly Random _random = seed is { } value ? new Random(value) : new Random();

    public void Fill(Span<byte> bytes)
    {
        lock (_lock) _random.NextBytes(bytes);
    }

    public int Between(int low, int high)
    {
        lock (_lock) return _random.Next(low, high);
    }

    public long Id()
    {
        lock (_lock) return _random.NextInt64(1L << 40, 1L << 62);
    }

    /// <returns>From 0 up to, but not including, 1.</returns>
    public double Fraction()
    {
        lock (_lock) return _random.NextDouble();
    }
}
