namespace ResourceBot.Host.Telegram;

/// <summary>Who goes first when sends are scarce.</summary>
public enum Urgency
{
    /// <summary>Somebody looks at the screen and waits.</summary>
    Reply,

    /// <summary>A broadcast: takes what replies leave.</summary>
    Broadcast,

    /// <summary>
    /// A broadcast sent with allow_paid_broadcast (Bot API): it has a budget of its own and takes none from the replies.
    /// </summary>
    PaidBroadcast,
}

/// <summary>
/// Lets sends through at an even pace, replies before broadcasts, and none during a pause. An even pace (the generic cell
/// rate algorithm, ITU-T I.371) rather than a bucket: a burst that Telegram forgives today may be a 429 tomorrow.
/// </summary>
internal sealed class Pace : IDisposable
{
    private static readonly TimeSpan CatchUp = TimeSpan.FromMilliseconds(20);

    private readonly TimeProvider _clock;
    private readonly long _interval;
    private readonly long _catchUp;
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _replies = new();
    private readonly Queue<TaskCompletionSource> _broadcasts = new();
    private readonly ITimer _timer;
    private long _next;
    private long _pausedUntil;

    /// <param name="catchUp">What a late timer may catch up on; 20 ms when not given.</param>
    public Pace(TimeProvider clock, double perSecond, TimeSpan? catchUp = null)
    {
        _clock = clock;
        _interval = (long)(clock.TimestampFrequency / perSecond);
        _catchUp = Ticks(catchUp ?? CatchUp);
        _next = _pausedUntil = clock.GetTimestamp();
        _timer = clock.CreateTimer(_ => LetThrough(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Completes when it is this send's turn.</summary>
    public async Task TurnAsync(Urgency urgency, CancellationToken cancellation)
    {
        // Who is told to stop does not slip through because there is room.
        cancellation.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock) (urgency == Urgency.Reply ? _replies : _broadcasts).Enqueue(turn);
        LetThrough();
        await using (cancellation.Register(() => turn.TrySetCanceled(cancellation))) await turn.Task;
    }

    /// <summary>Nothing goes through for this long from now; a shorter pause never ends a longer one.</summary>
    public void Pause(TimeSpan time)
    {
        lock (_lock) _pausedUntil = Math.Max(_pausedUntil, _clock.GetTimestamp() + Ticks(time));
    }

    /// <summary>What is left of a pause.</summary>
    public TimeSpan PauseLeft
    {
        get
        {
            lock (_lock) return TimeSpan.FromSeconds(Math.Max(0, _pausedUntil - _clock.GetTimestamp()) / (double)_clock.TimestampFrequency);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void LetThrough()
    {
        lock (_lock)
        {
            while (Peek() is { } queue)
            {
                var now = _clock.GetTimestamp();
                var wait = Math.Max(_next, _pausedUntil) - now;
                if (wait > 0)
                {
                    // One tick more than needed: a timer that fires early would only set itself again.
                    _timer.Change(TimeSpan.FromSeconds(wait / (double)_clock.TimestampFrequency) + TimeSpan.FromTicks(1), Timeout.InfiniteTimeSpan);
                    return;
                }

                if (queue.Dequeue().TrySetResult()) _next = Math.Max(_next, now - _catchUp) + _interval;
            }
        }
    }

    private Queue<TaskCompletionSource>? Peek() =>
        _replies.Count > 0 ? _replies : _broadcasts.Count > 0 ? _broadcasts : null;

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * _clock.TimestampFrequency);
}
