namespace ResourceBot.Broadcasts.Sending;

/// <summary>The last attempts, to see when errors pile up. Safe for several threads.</summary>
public sealed class ErrorWindow
{
    /// <summary>How many attempts are looked at.</summary>
    public const int Length = 200;

    /// <summary>More failures than this among them are too many: five in a hundred.</summary>
    public const int MostErrors = Length / 20;

    private readonly Lock _lock = new();
    private readonly Queue<bool> _attempts = new();
    private int _errors;

    /// <returns>True when errors pile up.</returns>
    public bool Add(bool isError)
    {
        lock (_lock)
        {
            _attempts.Enqueue(isError);
            if (isError) _errors++;
            if (_attempts.Count > Length && _attempts.Dequeue()) _errors--;
            return _errors > MostErrors;
        }
    }
}
