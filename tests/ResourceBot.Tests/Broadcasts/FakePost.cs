using System.Collections.Concurrent;
using ResourceBot.Broadcasts.Sending;
using ResourceBot.Chat;

namespace ResourceBot.Tests.Broadcasts;

/// <summary>A post whose chats can be looked at, and whose troubles are scripted.</summary>
internal sealed class FakePost : IPost
{
    private readonly Lock _lock = new();
    private int _lastMessage;

    /// <summary>What comes of an attempt, the how-many-eth for this chat from 1 on; null: it arrives.</summary>
    public Func<ChatId, int, PostResult?> Trouble { get; set; } = (_, _) => null;

    /// <summary>Arrived although the sender does not learn it.</summary>
    public Func<ChatId, int, bool> ArrivesUnanswered { get; set; } = (_, _) => false;

    /// <summary>Runs before each attempt, while the row is on its way.</summary>
    public Func<ChatId, Task> BeforeSending { get; set; } = _ => Task.CompletedTask;

    /// <summary>Older than 48 hours: not to be deleted.</summary>
    public HashSet<MessageId> Old { get; } = [];

    public ConcurrentDictionary<ChatId, int> Attempts { get; } = new();

    /// <summary>What stands in the chats.</summary>
    public ConcurrentDictionary<(ChatId Chat, MessageId Message), Screen> Standing { get; } = new();

    /// <summary>How many messages ever arrived in a chat.</summary>
    public ConcurrentDictionary<ChatId, int> Arrived { get; } = new();

    /// <summary>Does something once, when so many people were written to. Several are at once, so that the count may jump over a number.</summary>
    public void OnceAt(int people, Func<Task> act)
    {
        var done = 0;
        BeforeSending = async _ =>
        {
            if (Attempts.Count >= people && Interlocked.Exchange(ref done, 1) == 0) await act();
        };
    }

    public Task TurnAsync(ChatId chat, CancellationToken cancellation) => cancellation.IsCancellationRequested
        ? Task.FromCanceled(cancellation)
        : Task.CompletedTask;

    public async Task<PostResult> SendAsync(ChatId chat, Screen screen, CancellationToken cancellation)
    {
        var attempt = Attempts.AddOrUpdate(chat, 1, (_, before) => before + 1);
        await BeforeSending(chat);
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        if (ArrivesUnanswered(chat, attempt))
        {
            Put(chat, screen);
            return new Unanswered();
        }

        return Trouble(chat, attempt) ?? new Posted(Put(chat, screen));
    }

    public Task<bool> RewriteAsync(ChatId chat, MessageId message, Screen screen, CancellationToken cancellation)
    {
        if (!Standing.ContainsKey((chat, message))) return Task.FromResult(false);
        Standing[(chat, message)] = screen;
        return Task.FromResult(true);
    }

    public Task<bool> DeleteAsync(ChatId chat, MessageId message, CancellationToken cancellation)
    {
        if (Old.Contains(message)) return Task.FromResult(false);
        Standing.TryRemove((chat, message), out _);
        return Task.FromResult(true);
    }

    public IReadOnlyList<Screen> In(long chat) => [.. Standing.Where(one => one.Key.Chat.Value == chat).Select(one => one.Value)];

    private MessageId Put(ChatId chat, Screen screen)
    {
        lock (_lock)
        {
            var message = new MessageId(++_lastMessage);
            Standing[(chat, message)] = screen;
            Arrived.AddOrUpdate(chat, 1, (_, before) => before + 1);
            return message;
        }
    }
}
