using ResourceBot.Broadcasts.Sending;
using ResourceBot.Chat;
using ResourceBot.Host.Settings;

namespace ResourceBot.Host.Telegram;

/// <summary>
/// The one gate through which every call to Telegram goes: an even pace for the whole bot with replies first, spacing per
/// chat, and a pause that stops everybody when Telegram says 429. What fails in passing is tried again.
/// </summary>
public sealed class OutgoingGate : IDisposable
{
    /// <summary>Telegram has been seen to ask for almost three hours; more than this is taken for a mistake.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(4);

    /// <summary>How long one call may take before it counts as lost.</summary>
    public static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(20);

    /// <summary>How long a call that fails in passing is tried again; by then she has long pressed anew.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    // At a thousand a second a busy processor loses more than a timer is late; within a second it is five in a hundred.
    private static readonly TimeSpan BroadcastCatchUp = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan DefaultPause = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _clock;
    private readonly Random _random;
    private readonly Pace _pace;
    private readonly Pace _broadcasts;
    private readonly CallWindow _window;
    private readonly ChatSpacing _spacing;
    private readonly PauseStore _pauses;
    private readonly Gauges _gauges;
    private readonly ILogger<OutgoingGate> _log;

    internal OutgoingGate(
        OutgoingSettings settings, BroadcastPace broadcasts, PauseStore pauses, Gauges gauges, TimeProvider clock, Random random, ILogger<OutgoingGate> log)
    {
        (_pauses, _gauges, _clock, _random, _log) = (pauses, gauges, clock, random, log);
        _pace = new Pace(clock, settings.MessagesPerSecond);
        _broadcasts = new Pace(clock, broadcasts.PerSecond, BroadcastCatchUp);
        // One more than the even pace lets through: Telegram's thirty, when the pace is twenty-nine.
        _window = new CallWindow(clock, (int)Math.Ceiling(settings.MessagesPerSecond) + 1);
        _spacing = new ChatSpacing(clock, settings.ChatSpacing);
    }

    /// <summary>What is left of the pause that Telegram asked for.</summary>
    public TimeSpan PauseLeft => _pace.PauseLeft;

    /// <summary>Takes up a pause from before a restart.</summary>
    public async Task ResumePauseAsync(CancellationToken cancellation)
    {
        if (await _pauses.FindAsync(cancellation) is not { } until) return;
        var left = until - _clock.GetUtcNow();
        // A clock that was set back must not keep us silent for longer than the longest pause.
        if (left > TimeSpan.Zero) PauseAll(left < LongestPause ? left : LongestPause);
    }

    /// <summary>A call that counts as a message: sends and edits.</summary>
    /// <exception cref="Exception">What <see cref="TelegramFailure"/> tells apart, when trying again is of no use.</exception>
    public Task<T> SendAsync<T>(ChatId chat, Urgency urgency, Func<CancellationToken, Task<T>> call, CancellationToken cancellation) =>
        TryAsync(() => TurnAsync(chat, urgency, cancellation), urgency, call, cancellation);

    /// <summary>Waits until one message to this chat may go out; then make it with <see cref="OnceAsync"/>.</summary>
    public async Task TurnAsync(ChatId chat, Urgency urgency, CancellationToken cancellation)
    {
        await _spacing.TurnAsync(chat, cancellation);
        if (urgency != Urgency.Reply) await _broadcasts.TurnAsync(urgency, cancellation);
        if (urgency != Urgency.PaidBroadcast) await _pace.TurnAsync(urgency, cancellation);
    }

    /// <summary>
    /// One call for which a turn was waited, never repeated here: whoever writes down each attempt repeats by itself. A 429
    /// stops everybody all the same.
    /// </summary>
    /// <exception cref="Exception">What <see cref="TelegramFailure"/> tells apart; <see cref="GatePausedException"/> without a call during a pause.</exception>
    public async Task<T> OnceAsync<T>(Urgency urgency, Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            var result = await CountedAsync(urgency, () => PauseLeft > TimeSpan.Zero ? throw new GatePausedException() : LimitedAsync(call, cancellation), cancellation);
            _gauges.CallDone();
            return result;
        }
        catch (Exception failure) when (TelegramFailure.Of(failure) == FailureKind.TooMany)
        {
            await PauseAsync(TelegramFailure.RetryAfter(failure) ?? DefaultPause, cancellation);
            throw;
        }
        catch (Exception failure) when (TelegramFailure.Of(failure) == FailureKind.Passing)
        {
            _gauges.CallFailed();
            throw;
        }
    }

    /// <summary>A call that Telegram does not count, such as deleting a message or answering a press.</summary>
    /// <inheritdoc cref="SendAsync{T}"/>
    public Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellation) =>
        TryAsync(() => PauseLeft is { Ticks: > 0 } left ? Task.Delay(left, _clock, cancellation) : Task.CompletedTask, urgency: null, call, cancellation);

    public void Dispose()
    {
        _window.Dispose();
        _pace.Dispose();
        _broadcasts.Dispose();
    }

    // Null: Telegram does not count it. What is paid for is counted by its own budget.
    private Task<T> CountedAsync<T>(Urgency? urgency, Func<Task<T>> call, CancellationToken cancellation) =>
        urgency is null or Urgency.PaidBroadcast ? call() : _window.InsideAsync(call, cancellation);

    private void PauseAll(TimeSpan time)
    {
        _pace.Pause(time);
        _broadcasts.Pause(time);
    }

    private async Task<T> TryAsync<T>(Func<Task> turn, Urgency? urgency, Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        var since = _clock.GetTimestamp();
        var backoff = new Backoff(_random, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(30));
        while (true)
        {
            await turn();
            try
            {
                var result = await CountedAsync(urgency, () => LimitedAsync(call, cancellation), cancellation);
                _gauges.CallDone();
                return result;
            }
            catch (Exception failure) when (TelegramFailure.Of(failure) == FailureKind.TooMany)
            {
                await PauseAsync(TelegramFailure.RetryAfter(failure) ?? DefaultPause, cancellation);
            }
            catch (Exception failure) when (TelegramFailure.Of(failure) == FailureKind.Passing && _clock.GetElapsedTime(since) < Patience)
            {
                _gauges.CallFailed();
                await Task.Delay(backoff.Next(), _clock, cancellation);
            }
        }
    }

    private async Task<T> LimitedAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(CallLimit, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await call(both.Token);
        }
        catch (OperationCanceledException late) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new TimeoutException("Telegram did not answer in time.", late);
        }
    }

    private async Task PauseAsync(TimeSpan asked, CancellationToken cancellation)
    {
        var time = asked < TimeSpan.Zero ? DefaultPause : asked < LongestPause ? asked : LongestPause;
        // A little more than asked, and not the same for all: the first call after the pause must not be early.
        time += TimeSpan.FromMilliseconds(100 + 200 * _random.NextDouble());
        _gauges.TooMany();
        var longer = time > PauseLeft;
        PauseAll(time);
        if (!longer) return;
        Log.Paused(_log, (int)time.TotalSeconds);
        await _pauses.SaveAsync(_clock.GetUtcNow() + time, cancellation);
    }
}
