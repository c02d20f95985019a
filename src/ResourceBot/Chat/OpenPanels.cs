using System.Collections.Concurrent;

namespace ResourceBot.Chat;

/// <summary>The panel that a chat shows: which message it is, and the code of its screen.</summary>
public sealed record OpenPanel(MessageId Message, string Code);

/// <summary>
/// Which panel stands in which chat. Only in memory: before a person opts in, nothing about her is stored, so after a
/// restart the next press tells us again (the press carries the message and the code), and typed text starts a new panel; a dot then clears what we sent before it.
/// </summary>
/// <param name="clock">Decides when a panel is forgotten.</param>
/// <param name="capacity">Most chats remembered at a time; beyond it the ones that were silent longest are forgotten.</param>
public sealed class OpenPanels(TimeProvider clock, int capacity = 100_000)
{
    /// <summary>Telegram refuses to delete messages older than 48 hours (Bot API, deleteMessage), so an older panel is of no more use.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(48);

    private readonly ConcurrentDictionary<ChatId, (OpenPanel Panel, long At)> _panels = new();

    public OpenPanel? Find(ChatId chat) =>
        _panels.TryGetValue(chat, out var known) && clock.GetElapsedTime(known.At) < Life ? known.Panel : null;

    public void Remember(ChatId chat, OpenPanel panel)
    {
        _panels[chat] = (panel, clock.GetTimestamp());
        if (_panels.Count > capacity) ForgetSilent();
    }

    public void Forget(ChatId chat) => _panels.TryRemove(chat, out _);

    // A quarter at a time, so that the sort is rare however many chats come in.
    private void ForgetSilent()
    {
        foreach (var old in _panels.OrderBy(entry => entry.Value.At).Take(capacity / 4).ToList())
            _panels.TryRemove(old);
    }
}
