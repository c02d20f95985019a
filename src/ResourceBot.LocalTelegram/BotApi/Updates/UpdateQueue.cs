using System.Buffers;
using System.Text.Json;
using ResourceBot.LocalTelegram.BotApi.Calls;

namespace ResourceBot.LocalTelegram.BotApi.Updates;

/// <summary>
/// The updates of one bot, kept until the bot asks for a higher offset or they expire (Bot API, "Getting updates"). Ids begin
/// anywhere and go up by one.
/// </summary>
internal sealed class UpdateQueue(TimeProvider clock, Dice dice)
{
    private const int Confirmable = 1000;
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(50);
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AtOnceAgain = TimeSpan.FromSeconds(0.5);

    private static readonly Refusal OtherPoller = new(
        409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");

    private static readonly Refusal WebhookActive = new(
        409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");

    private readonly Lock _lock = new();
    private readonly List<QueuedUpdate> _pending = [];
    private readonly Queue<QueuedUpdate> _confirmed = new();
    private int _nextId = dice.Between(100_000_000, 900_000_000);
    private TaskCompletionSource<bool>? _waiter;
    private long? _lastOffset;
    private DateTimeOffset _lastAsked;
    private UpdateKinds _kinds = UpdateKinds.Default;
    private bool _hasWebhook;
    private bool _redelivering;

    /// <summary>Called outside the lock when something is new, for the webhook.</summary>
    public Action? Arrived { get; set; }

    /// <summary>Whether repeating an offset at once is punished, as Telegram does.</summary>
    public volatile bool Penalties = true;

    public UpdateKinds Kinds
    {
        get { lock (_lock) return _kinds; }
        set { lock (_lock) _kinds = value; }
    }

    public int Count
    {
        get
        {
            lock (_lock)
            {
                DropExpired();
                return _pending.Count;
            }
        }
    }

    /// <param name="writeBody">Writes the name and the value of the field that carries the update.</param>
    /// <param name="life">How long Telegram keeps it.</param>
    /// <param name="always">Also when the bot did not ask for this kind.</param>
    public void Add(string kind, long lane, TimeSpan life, Action<Utf8JsonWriter> writeBody, bool always = false)
    {
        lock (_lock)
        {
            if (!always && !_kinds.Includes(kind)) return;
            var id = _nextId++;
            var buffer = new ArrayBufferWriter<byte>(512);
            using (var writer = new Utf8JsonWriter(buffer, ApiJson.Writing))
            {
                writer.WriteStartObject();
                writer.WriteNumber("update_id", id);
                writer.WritePropertyName(kind);
                writeBody(writer);
                writer.WriteEndObject();
            }
            _pending.Add(new QueuedUpdate(id, kind, lane, clock.GetUtcNow() + life, buffer.WrittenSpan.ToArray()));
            _waiter?.TrySetResult(true);
        }
        Arrived?.Invoke();
    }

    /// <summary>getUpdates: confirms everything below <paramref name="offset"/> and gives what is left, waiting when there is nothing.</summary>
    /// <param name="offset">Negative: keep only the newest ones, forget the rest.</param>
    public async ValueTask<(IReadOnlyList<QueuedUpdate> Updates, Refusal? Refusal)> TakeAsync(
        long offset, int limit, TimeSpan timeout, UpdateKinds? kinds, CancellationToken aborted)
    {
        TaskCompletionSource<bool> waiter;
        lock (_lock)
        {
            if (_hasWebhook) return ([], WebhookActive);
            _waiter?.TrySetResult(false);
            _waiter = null;
            if (kinds is not null) _kinds = kinds;
            Confirm(offset);
            timeout = timeout > LongestPoll ? LongestPoll : timeout;
            if (Penalties) Punish(offset, ref limit, ref timeout);
            if (_pending.Count > 0 || timeout <= TimeSpan.Zero) return (Batch(limit), null);
            waiter = _waiter = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        await Task.WhenAny(waiter.Task, Task.Delay(timeout, clock, ended.Token));
        await ended.CancelAsync();
        lock (_lock)
        {
            if (waiter.Task is { IsCompletedSuccessfully: true, Result: false })
                return ([], _hasWebhook ? WebhookActive : OtherPoller);
            if (ReferenceEquals(_waiter, waiter)) _waiter = null;
            _redelivering = false;
            DropExpired();
            return (Batch(limit), null);
        }
    }

    /// <summary>From now on updates go to the webhook, or no longer do.</summary>
    public void UseWebhook(bool active, bool dropPending)
    {
        lock (_lock)
        {
            _hasWebhook = active;
            if (dropPending) _pending.Clear();
            if (active)
            {
                _waiter?.TrySetResult(false);
                _waiter = null;
            }
        }
    }

    /// <summary>The next update of a lane that has none under way, marked as under way.</summary>
    public QueuedUpdate? TakeForWebhook()
    {
        lock (_lock)
        {
            DropExpired();
            HashSet<long>? busy = null;
            foreach (var update in _pending)
            {
                if (update.IsUnderWay)
                {
                    (busy ??= []).Add(update.Lane);
                }
                else if (busy is null || busy.Add(update.Lane))
                {
                    update.IsUnderWay = true;
                    return update;
                }
            }
            return null;
        }
    }

    /// <param name="delivered">False puts it back.</param>
    public void FinishForWebhook(QueuedUpdate update, bool delivered)
    {
        lock (_lock)
        {
            update.IsUnderWay = false;
            if (delivered) _pending.Remove(update);
        }
    }

    /// <summary>Delivers again what the bot has already confirmed.</summary>
    /// <returns>How many come again.</returns>
    public int Redeliver()
    {
        int count;
        lock (_lock)
        {
            count = _confirmed.Count;
            _pending.InsertRange(0, _confirmed);
            _confirmed.Clear();
            _lastOffset = null;
            _redelivering = count > 0;
            if (count > 0) _waiter?.TrySetResult(true);
        }
        Arrived?.Invoke();
        return count;
    }

    private void Confirm(long offset)
    {
        DropExpired();
        if (offset < 0)
        {
            var keep = (int)Math.Min(-offset, _pending.Count);
            _pending.RemoveRange(0, _pending.Count - keep);
            return;
        }
        if (_redelivering)
        {
            // One poll lets the old ones through, whatever its offset.
            _redelivering = false;
            return;
        }
        var count = 0;
        while (count < _pending.Count && _pending[count].Id < offset) count++;
        foreach (var update in _pending.Take(count))
        {
            _confirmed.Enqueue(update);
            if (_confirmed.Count > Confirmable) _confirmed.Dequeue();
        }
        if (count > 0) _pending.RemoveRange(0, count);
    }

    // Client.cpp of telegram-bot-api: the same offset within 3 s waits at least 3 s, within 0.5 s gets one update.
    private void Punish(long offset, ref int limit, ref TimeSpan timeout)
    {
        var now = clock.GetUtcNow();
        if (offset == _lastOffset)
        {
            var since = now - _lastAsked;
            if (since < SoonAgain && timeout < SoonAgain) timeout = SoonAgain;
            if (since < AtOnceAgain) limit = 1;
        }
        _lastOffset = offset;
        _lastAsked = now;
    }

    private IReadOnlyList<QueuedUpdate> Batch(int limit) => _pending.Count == 0 ? [] : _pending.GetRange(0, Math.Min(limit, _pending.Count));

    private void DropExpired()
    {
        var now = clock.GetUtcNow();
        _pending.RemoveAll(update => update.Expires <= now);
    }
}
