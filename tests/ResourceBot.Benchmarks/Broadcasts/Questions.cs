using System.Collections.Concurrent;
using System.Diagnostics;
using ResourceBot.LocalTelegram;
using ResourceBot.LocalTelegram.People;
using ResourceBot.Scenarios;

namespace ResourceBot.Benchmarks.Broadcasts;

/// <summary>People who come and ask something while the broadcast goes on; each waits for the bot's page.</summary>
internal sealed class Questions(LocalTelegramServer telegram, int perSecond)
{
    public const long FirstChat = 5_000_000;
    public const int Most = 1_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentBag<double> _milliseconds = [];

    public int Answered => _milliseconds.Count;

    public double Percentile(double share) =>
        _milliseconds.IsEmpty ? 0 : _milliseconds.Order().ElementAt((int)Math.Ceiling(_milliseconds.Count * share) - 1);

    public async Task AskAsync(CancellationToken stop)
    {
        // The first one waits for code that was never run before; what people feel comes after.
        await AskOneAsync(telegram.Person(FirstChat, RunSettings.Token), isMeasured: false);
        var waiting = new List<Task>();
        using var every = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        try
        {
            for (var number = 1; number < Most; number++)
            {
                await every.WaitForNextTickAsync(stop);
                waiting.Add(AskOneAsync(telegram.Person(FirstChat + number, RunSettings.Token), isMeasured: true));
            }
        }
        catch (OperationCanceledException)
        {
            // The broadcast is over.
        }

        await Task.WhenAll(waiting);
    }

    private async Task AskOneAsync(Phone phone, bool isMeasured)
    {
        var since = Stopwatch.GetTimestamp();
        phone.Send("scholarship");
        await phone.WaitForAsync(her => her.Received > 0, Patience);
        if (isMeasured) _milliseconds.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
    }
}
