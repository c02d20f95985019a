using ResourceBot.LocalTelegram.BotApi.Messages;

namespace ResourceBot.LocalTelegram.BotApi;

/// <summary>Something that a page must redraw.</summary>
internal abstract record Happening;

/// <summary>A message came or was changed.</summary>
internal sealed record MessageShown(Chat Chat, Message Message, bool IsNew) : Happening;

/// <summary>A message went.</summary>
internal sealed record MessageGone(Chat Chat, int MessageId) : Happening;

/// <summary>A pop-up after a press.</summary>
internal sealed record NoticeShown(Chat Chat, Notice Notice) : Happening;

/// <summary>Her lock screen lit up.</summary>
internal sealed record NotificationShown(Chat Chat, Notification Notification) : Happening;

/// <summary>A bot changed its commands, its name or its descriptions.</summary>
internal sealed record BotChanged(Bot Bot) : Happening;

/// <summary>Somebody came, blocked a bot, left, or cleared a chat.</summary>
/// <param name="PersonId">Null when the list of people is another now.</param>
internal sealed record PeopleChanged(long? PersonId) : Happening;

/// <summary>Passes happenings on to whoever looks on at the moment; costs nothing when nobody does.</summary>
internal sealed class Happenings
{
    private readonly Lock _lock = new();
    private Action<Happening>? _told;

    public IDisposable Watch(Action<Happening> watcher)
    {
        lock (_lock) _told += watcher;
        return new Watching(this, watcher);
    }

    public void Tell(Happening happening) => Volatile.Read(ref _told)?.Invoke(happening);

    private sealed class Watching(Happenings happenings, Action<Happening> watcher) : IDisposable
    {
        public void Dispose()
        {
            lock (happenings._lock) happenings._told -= watcher;
        }
    }
}
