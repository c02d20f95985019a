namespace ResourceBot.LocalTelegram.Faults;

/// <summary>The faults that are on. The first that fits a call hits it.</summary>
public sealed class FaultSwitch
{
    private readonly Dice _dice;
    private readonly Lock _lock = new();
    private volatile Entry[] _on = [];
    private int _lastId;

    internal FaultSwitch(Dice dice) => _dice = dice;

    /// <summary>What is on, with the number to switch it off by and the calls it has still to hit.</summary>
    public IReadOnlyList<(int Id, Fault Fault, int? Left)> On => [.. _on.Select(entry => (entry.Id, entry.Fault, entry.Left))];

    /// <returns>The number to switch it off by.</returns>
    public int SwitchOn(Fault fault)
    {
        lock (_lock)
        {
            var entry = new Entry(++_lastId, fault, fault.Count);
            _on = [.. _on, entry];
            return entry.Id;
        }
    }

    /// <returns>False when it is not on.</returns>
    public bool SwitchOff(int id)
    {
        lock (_lock)
        {
            var count = _on.Length;
            _on = [.. _on.Where(entry => entry.Id != id)];
            return _on.Length < count;
        }
    }

    public void SwitchAllOff()
    {
        lock (_lock) _on = [];
    }

    internal Fault? Draw(string method)
    {
        if (_on.Length == 0) return null;
        lock (_lock)
        {
            foreach (var entry in _on)
            {
                if (entry.Fault.Method is { } only && !only.Equals(method, StringComparison.OrdinalIgnoreCase)) continue;
                if (entry.Fault.Probability < 1 && _dice.Fraction() >= entry.Fault.Probability) continue;
                if (entry.Left is { } left)
                {
                    _on = left == 1
                        ? [.. _on.Where(other => other.Id != entry.Id)]
                        : [.. _on.Select(other => other.Id == entry.Id ? entry with { Left = left - 1 } : other)];
                }
                return entry.Fault;
            }
            return null;
        }
    }

    private sealed record Entry(int Id, Fault Fault, int? Left);
}
