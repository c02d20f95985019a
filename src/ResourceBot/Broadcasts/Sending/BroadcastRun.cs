using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Broadcasts.Sending;

/// <summary>
/// The sending loop: freezes what is due, sends in rounds until everybody's row is final, and takes up after a crash what
/// lies there. One broadcast at a time, the oldest first; one that waits for the morning lets the next go ahead.
/// </summary>
public sealed class BroadcastRun(
    BroadcastStore broadcasts, AudienceStore audience, DeliveryStore deliveries, DeliveryWriting writing, Delivering delivering,
    SendingStop stop, Database database, AuditTrail audit, BroadcastPace pace, TimeProvider clock, ILogger<BroadcastRun> log)
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    // Looking for somebody awake costs a walk over all who sleep.
    private static readonly TimeSpan NightWatch = TimeSpan.FromMinutes(10);

    // After so many people, those come again whose message did not get through.
    private const int MostInOneRound = 5_000;
    private const int MostFetched = 256;

    private readonly Dictionary<BroadcastId, ErrorWindow> _windows = [];
    private readonly Dictionary<BroadcastId, DateTimeOffset> _asleepUntil = [];
    private int _fruitless;

    /// <summary>Runs until <paramref name="stopping"/>: from then on nobody's turn comes, and what is on its way is waited for and written down.</summary>
    /// <param name="hangUp">Waits for no answer any more; what became of those messages is then unknown, and is written down as that.</param>
    /// <param name="abandon">Writes nothing any more either.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken hangUp, CancellationToken abandon)
    {
        var recording = writing.RunAsync(abandon);
        try
        {
            var left = await deliveries.RecoverAsync(stopping);
            if (left > 0) SendingLog.Recovered(log, left);
            while (!stopping.IsCancellationRequested)
            {
                var wait = await StepAsync(stopping, hangUp);
                if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The way out.
        }
        finally
        {
            writing.Complete();
            await recording.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> StepAsync(CancellationToken stopping, CancellationToken hangUp)
    {
        try
        {
            var wait = await RoundAsync(stopping, hangUp);
            await writing.SweepAsync(stopping);
            return wait;
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            SendingLog.Trouble(log, trouble.GetType().Name, Environment.NewLine + trouble.StackTrace);
            return AfterTrouble;
        }
    }

    /// <returns>How long to wait before the next round.</returns>
    private async Task<TimeSpan> RoundAsync(CancellationToken stopping, CancellationToken hangUp)
    {
        if (await stop.FindAsync(stopping) is not null) return Idle;
        await FreezeDueAsync(stopping);
        foreach (var broadcast in await broadcasts.ListAsync([BroadcastState.Sending], stopping))
        {
            if (_asleepUntil.TryGetValue(broadcast.Id, out var until) && clock.GetUtcNow() < until) continue;
            _asleepUntil.Remove(broadcast.Id);
            var (settled, failed) = await SendRoundAsync(broadcast, stopping, hangUp);
            if (!await deliveries.HasLeftAsync(broadcast.Id, stopping))
            {
                await deliveries.FinishAsync(broadcast.Id, stopping);
                _windows.Remove(broadcast.Id);
                SendingLog.Finished(log, broadcast.Id.Value);
                return TimeSpan.Zero;
            }

            if (settled > 0) _fruitless = 0;
            if (failed > 0) return settled > 0 ? Idle : Idle * Math.Min(1 << Math.Min(_fruitless++, 5), 30);
            if (settled > 0) return TimeSpan.Zero;
            Sleep(broadcast.Id);
        }

        return Idle;
    }

    private async Task FreezeDueAsync(CancellationToken stopping)
    {
        foreach (var broadcast in await broadcasts.ListAsync([BroadcastState.Approved], stopping))
        {
            if (broadcast.SendAt is { } at && at > clock.GetUtcNow()) continue;
            // Not to be interrupted half way through a million rows: it would only begin anew.
            if (await audience.FreezeAsync(broadcast.Id, CancellationToken.None)) SendingLog.Frozen(log, broadcast.Id.Value);
        }
    }

    // Nobody is left who may be disturbed now.
    private void Sleep(BroadcastId id)
    {
        var now = clock.GetUtcNow();
        var untilOpen = KabulDay.UntilOpen(now);
        if (untilOpen > TimeSpan.Zero) _asleepUntil[id] = now + (untilOpen < NightWatch ? untilOpen : NightWatch);
    }

    /// <returns>How many rows came to an end, and how many are to be tried again.</returns>
    private async Task<(int Settled, int Failed)> SendRoundAsync(Broadcast broadcast, CancellationToken stopping, CancellationToken hangUp)
    {
        var settled = 0;
        var failed = 0;
        var window = _windows.TryGetValue(broadcast.Id, out var known) ? known : _windows[broadcast.Id] = new ErrorWindow();
        using var halt = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        // Small, so that who turned the bell off or changed her wishes is read from the disk shortly before her turn.
        var line = Channel.CreateBounded<Recipient>(new BoundedChannelOptions(MostFetched) { SingleWriter = true });
        var fetching = FetchAsync(broadcast.Id, line.Writer, () => Volatile.Read(ref failed) > 0, halt.Token);
        await Task.WhenAll(Enumerable.Range(0, pace.InFlight).Select(_ => WorkAsync()));
        await fetching;
        stopping.ThrowIfCancellationRequested();
        return (settled, failed);

        async Task WorkAsync()
        {
            try
            {
                await foreach (var recipient in line.Reader.ReadAllAsync(halt.Token))
                {
                    // Who is in line already comes out of it without looking at the token.
                    halt.Token.ThrowIfCancellationRequested();
                    switch (await delivering.DeliverAsync(broadcast, recipient, window, halt.Token, hangUp))
                    {
                        case Delivered.Settled: Interlocked.Increment(ref settled); break;
                        case Delivered.Later: Interlocked.Increment(ref failed); break;
                        case Delivered.TooManyErrors:
                            await halt.CancelAsync();
                            await PauseForErrorsAsync(broadcast.Id);
                            break;
                        default: await halt.CancelAsync(); break;
                    }
                }
            }
            catch (OperationCanceledException) when (halt.IsCancellationRequested)
            {
                // Stopped or halted; nothing of this worker is on its way.
            }
            catch
            {
                await halt.CancelAsync();
                throw;
            }
        }
    }

    private async Task FetchAsync(BroadcastId id, ChannelWriter<Recipient> line, Func<bool> hasFailed, CancellationToken halt)
    {
        try
        {
            var after = new SubscriberId(0);
            for (var fetched = 0; !halt.IsCancellationRequested && (fetched < MostInOneRound || !hasFailed());)
            {
                var next = await deliveries.NextAsync(id, after, KabulDay.IsOpen(clock.GetUtcNow()), MostFetched, halt);
                if (next.Count == 0) break;
                foreach (var recipient in next) await line.WriteAsync(recipient, halt);
                after = next[^1].Id;
                fetched += next.Count;
            }
        }
        catch (OperationCanceledException) when (halt.IsCancellationRequested)
        {
            // Those in line stay in line.
        }
        finally
        {
            line.TryComplete();
        }
    }

    private Task PauseForErrorsAsync(BroadcastId id) => database.WriteAsync(async transaction =>
    {
        if (!await BroadcastStore.MoveAsync(
            transaction, id, [BroadcastState.Sending], BroadcastState.Paused, PauseReason.Errors, CancellationToken.None)) return;
        await audit.WriteAsync(
            transaction, AuditTrail.Program, Deeds.BroadcastPaused, BroadcastStore.Subject(id), null, CancellationToken.None);
        _windows[id] = new ErrorWindow();
        SendingLog.TooManyErrors(log, id.Value);
    }, CancellationToken.None);
}
