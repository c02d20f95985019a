using ResourceBot.LocalTelegram.BotApi.Messages;
using ResourceBot.LocalTelegram.BotApi.Pace;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.LocalTelegram.BotApi;

/// <summary>What one person and one bot have said to each other, or what a bot wrote into a group.</summary>
/// <param name="person">Null for a group.</param>
internal sealed class Chat(Bot bot, long id, Person? person, string? groupTitle = null)
{
    private List<Message>? _messages;
    private HashSet<int>? _gone;
    private List<TaskCompletionSource>? _watchers;
    private ChatSigns? _signs;
    private int _lastId;

    /// <summary>Everything in a chat is changed under this lock, and nothing of another chat.</summary>
    public Lock Gate { get; } = new();

    public Throttle Throttle;

    public Bot Bot { get; } = bot;

    public long Id { get; } = id;

    public Person? Person { get; } = person;

    public string? GroupTitle { get; } = groupTitle;

    /// <summary>She has written to the bot at least once; before that a bot cannot write to her.</summary>
    public bool Started { get; set; }

    public bool Blocked { get; set; }

    /// <summary>JSON of the button beside her text field, null where the bot set none for this chat.</summary>
    public string? MenuButton { get; set; }

    /// <summary>Messages of the bot that arrived, counted even when contents are not kept.</summary>
    public int Received { get; private set; }

    /// <summary>What popped up or rang on her phone.</summary>
    public ChatSigns Signs => _signs ?? Interlocked.CompareExchange(ref _signs, new ChatSigns(), null) ?? _signs;

    /// <summary>Adds a message under the next id of this chat.</summary>
    /// <param name="make">Gets the id.</param>
    public Message Add(Func<int, Message> make)
    {
        lock (Gate)
        {
            var message = make(++_lastId);
            if (message.FromBot) Received++;
            if (Bot.KeepsContents || !message.FromBot) (_messages ??= []).Add(message);
            Changed();
            return message;
        }
    }

    /// <returns>The message as it stands, or null when it never was or is deleted.</returns>
    public Message? Find(int messageId)
    {
        lock (Gate)
        {
            var index = IndexOf(messageId);
            if (index >= 0) return _messages![index];
            return IsCounted(messageId) ? Counted(messageId) : null;
        }
    }

    /// <summary>Puts a new state of a message in place of the old one, unless it is deleted meanwhile.</summary>
    public bool Replace(Message message)
    {
        lock (Gate)
        {
            var index = IndexOf(message.Id);
            if (index < 0) return IsCounted(message.Id);
            _messages![index] = message;
            Changed();
            return true;
        }
    }

    public bool Remove(int messageId)
    {
        lock (Gate)
        {
            var index = IndexOf(messageId);
            if (index >= 0)
            {
                _messages!.RemoveAt(index);
                Changed();
                return true;
            }
            return IsCounted(messageId) && (_gone ??= []).Add(messageId);
        }
    }

    /// <summary>She clears the chat on her side.</summary>
    public void Clear()
    {
        lock (Gate)
        {
            for (var index = 0; index < (_messages?.Count ?? 0); index++)
                _messages![index] = _messages[index] with { Cleared = true };
            Signs.Clear();
            Changed();
        }
    }

    /// <summary>The messages that she sees, oldest first.</summary>
    public IReadOnlyList<Message> Seen()
    {
        lock (Gate) return _messages is null ? [] : [.. _messages.Where(message => !message.Cleared)];
    }

    /// <summary>Ends at the next change.</summary>
    public Task NextChange()
    {
        lock (Gate)
        {
            var watcher = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (_watchers ??= []).Add(watcher);
            return watcher.Task;
        }
    }

    /// <summary>Wakes whoever waits for this chat; call it under <see cref="Gate"/>.</summary>
    public void Changed()
    {
        if (_watchers is not { } watchers) return;
        _watchers = null;
        foreach (var watcher in watchers) watcher.SetResult();
    }

    private bool IsCounted(int messageId) =>
        !Bot.KeepsContents && messageId >= 1 && messageId <= _lastId && _gone?.Contains(messageId) != true;

    private static Message Counted(int messageId) =>
        new() { Id = messageId, FromBot = true, Date = 0, Text = FormattedText.Plain("") };

    private int IndexOf(int messageId)
    {
        if (_messages is null) return -1;
        var low = 0;
        var high = _messages.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = _messages[middle].Id;
            if (found == messageId) return middle;
            if (found < messageId) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }
}
