using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ResourceBot.LocalTelegram.BotApi;

/// <summary>A button that somebody pressed and that still spins.</summary>
internal sealed record Press(string QueryId, Chat Chat, DateTimeOffset At);

/// <summary>The presses that wait for answerCallbackQuery.</summary>
internal sealed class Presses
{
    private readonly ConcurrentDictionary<string, Press> _open = new(StringComparer.Ordinal);

    /// <param name="life">Older ones that were never answered are forgotten.</param>
    public void Add(Press press, TimeSpan life)
    {
        _open[press.QueryId] = press;
        if (_open.Count % 1000 != 0) return;
        foreach (var old in _open.Where(open => press.At - open.Value.At > life)) _open.TryRemove(old);
    }

    /// <summary>A press is answered once.</summary>
    public bool TryTake(string queryId, [NotNullWhen(true)] out Press? press) => _open.TryRemove(queryId, out press);
}
