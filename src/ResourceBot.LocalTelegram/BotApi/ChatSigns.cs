namespace ResourceBot.LocalTelegram.BotApi;

/// <summary>A pop-up that the bot showed after a button press (Bot API, answerCallbackQuery).</summary>
/// <param name="Alert">It waits until she closes it.</param>
public sealed record Notice(string QueryId, string? Text, bool Alert, string? Url, DateTimeOffset At);

/// <summary>What her lock screen showed.</summary>
/// <param name="Silent">It came without a sound.</param>
public sealed record Notification(string Text, bool Silent, DateTimeOffset At);

/// <summary>The fleeting things of a chat: pop-ups and the lock screen.</summary>
internal sealed class ChatSigns
{
    private const int Most = 100;
    private readonly Queue<Notice> _notices = new();
    private readonly Queue<Notification> _notifications = new();

    public IReadOnlyList<Notice> Notices
    {
        get { lock (_notices) return [.. _notices]; }
    }

    public IReadOnlyList<Notification> Notifications
    {
        get { lock (_notices) return [.. _notifications]; }
    }

    public void Add(Notice notice)
    {
        lock (_notices) Keep(_notices, notice);
    }

    public void Add(Notification notification)
    {
        lock (_notices) Keep(_notifications, notification);
    }

    public void Clear()
    {
        lock (_notices)
        {
            _notices.Clear();
            _notifications.Clear();
        }
    }

    private static void Keep<T>(Queue<T> queue, T item)
    {
        queue.Enqueue(item);
        if (queue.Count > Most) queue.Dequeue();
    }
}
