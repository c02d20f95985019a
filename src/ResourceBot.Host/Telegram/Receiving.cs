using System.Data.Common;
using System.Text.Json;
using ResourceBot.Chat;
using Telegram.Bot;

namespace ResourceBot.Host.Telegram;

/// <summary>
/// The receive loop: long polls, takes updates into the inbox, and only then confirms them by asking for the next ones.
/// (The library's own loop answers one person at a time and spins on errors.)
/// </summary>
internal sealed class Receiving(
    ITelegramBotClient client, Inbox inbox, OpenPanels panels, Lanes lanes, DoneWriting done, Gauges gauges, TimeProvider clock, Random random,
    ILogger<Receiving> log)
{
    /// <summary>Telegram holds a poll for at most 50 s (Bot API server, Client.h).</summary>
    private const int PollSeconds = 45;

    private const int MostInOnePoll = 100;
    private static readonly TimeSpan ConflictWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Sweep = TimeSpan.FromHours(1);

    private bool _reached = true;

    /// <summary>Runs until <paramref name="stop"/>, then finishes what it holds; <paramref name="abandon"/> ends that too.</summary>
    /// <exception cref="Exception">The token was refused.</exception>
    public async Task RunAsync(CancellationToken stop, CancellationToken abandon)
    {
        var writing = done.RunAsync(CancellationToken.None);
        var working = lanes.RunAsync(abandon);
        try
        {
            await AnswerLeftOverAsync(stop);
            await PollAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The way out.
        }
        finally
        {
            lanes.Complete();
            var abandoned = false;
            try
            {
                await working;
            }
            catch (OperationCanceledException)
            {
                abandoned = true;
            }

            done.Complete();
            await writing;
            if (abandoned) Log.StoppedEarly(log, await inbox.CountAsync(CancellationToken.None));
        }
    }

    private async Task AnswerLeftOverAsync(CancellationToken stop)
    {
        var (left, givenUp) = await inbox.LeftOverAsync(stop);
        if (givenUp > 0) Log.GivenUp(log, givenUp);
        if (left.Count == 0) return;
        Log.LeftOver(log, left.Count);
        foreach (var waiting in left)
        {
            // Where she was when the first of them came; what follows is understood from there.
            if (waiting.Panel is { } panel && panels.Find(waiting.Incoming.Chat) is null) panels.Remember(waiting.Incoming.Chat, panel);
            await lanes.AddAsync(waiting, stop);
        }
    }

    private async Task PollAsync(CancellationToken stop)
    {
        long? offset = null;
        var backoff = new Backoff(random, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        var swept = clock.GetTimestamp() - (long)(Sweep.TotalSeconds * clock.TimestampFrequency);
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                if (clock.GetElapsedTime(swept) >= Sweep)
                {
                    await inbox.ForgetOldAsync(stop);
                    swept = clock.GetTimestamp();
                }

                var updates = await client.SendRequest(
                    new RawUpdatesRequest { Offset = offset, Limit = Math.Clamp(lanes.Room, 1, MostInOnePoll), Timeout = PollSeconds }, stop);
                backoff.Reset();
                if (!_reached) Log.ReachedAgain(log);
                _reached = true;
                offset = await TakeInAsync(updates, stop) ?? offset;
            }
            catch (Exception failure) when (!stop.IsCancellationRequested && TelegramFailure.Of(failure) is { } kind and not FailureKind.TokenRefused)
            {
                await Task.Delay(Wait(kind, failure, backoff), clock, stop);
            }
            catch (DbException failure)
            {
                // What could not be taken in is not confirmed either; Telegram hands it out again.
                Log.DatabaseFailed(log, failure.Message);
                await Task.Delay(backoff.Next(), clock, stop);
            }
        }
    }

    private async Task<long?> TakeInAsync(JsonElement[] updates, CancellationToken stop)
    {
        var received = updates.Select(UpdateReading.Read).OfType<Received>().ToList();
        if (received.Count == 0) return null;
        // Not to be interrupted between the inbox and the lanes: what is in one must be in the other.
        var wanted = await inbox.TakeInAsync(received, CancellationToken.None);
        gauges.Received(received.Count);
        foreach (var waiting in wanted) await lanes.AddAsync(waiting, stop);
        return received.Max(update => update.UpdateId) + 1;
    }

    private TimeSpan Wait(FailureKind kind, Exception failure, Backoff backoff)
    {
        var wait = kind switch
        {
            FailureKind.TooMany => TelegramFailure.RetryAfter(failure) ?? backoff.Next(),
            FailureKind.Conflict => ConflictWait + TimeSpan.FromSeconds(5 * random.NextDouble()),
            _ => backoff.Next(),
        };
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        if (kind == FailureKind.Conflict) Log.OtherInstance(log, seconds);
        else if (_reached) Log.NotReached(log, kind.ToString(), seconds);
        if (kind != FailureKind.Conflict) _reached = false;
        return wait;
    }
}
