using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ResourceBot.LocalTelegram.BotApi;

/// <summary>A button that somebody pressed and that still spins.</summary>
internal sealed record Press(string QueryId, Chat Chat, DateTimeOffset At);

/// <summary>The presses that wait for answerCallbackQuery.</summary>
internal sealed class Presses
{
    private readonly ConcurrentDictionary<string, Press> _open = new(StringComparer.Ordinal);

    public void Add(Press press) => _open[press.QueryId] = press;

    /// <summary>A press is answered once.</summary>
    public bool TryTake(string queryId, [NotNullWhen(true)] out Press? press) => _open.TryRemove(queryId, out press);
}
