using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ResourceBot.Broadcasts;
using ResourceBot.LocalTelegram;
using ResourceBot.Scenarios;

namespace ResourceBot.Benchmarks.Broadcasts;

/// <summary>
/// A broadcast to N people at RATE a second against the local Telegram with its limits on, while other people ask questions.
/// The program runs in a process of its own, so that its memory is its own.
/// </summary>
internal static class BroadcastBenchmark
{
    private const int FreeRate = 30;

    // What the shipped settings send at most without paying; a question must find room beside the broadcast.
    private const double OutgoingCeiling = 29;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (args.Count is < 2 or > 3 || !int.TryParse(args[0], out var people) || !double.TryParse(args[1], CultureInfo.InvariantCulture, out var rate)
            || people < 1 || rate is < 0.1 or > 1000)
        {
            await Console.Error.WriteLineAsync("broadcast N RATE [IN_FLIGHT]: RATE a second, at most 1000; above 30 it is a paid broadcast.");
            return 2;
        }

        var paid = rate > FreeRate;
        // At a thousand a second more must be on their way than the default of eight: the disk is asked before and after each.
        var inFlight = args.Count > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : paid ? 96 : 8;
        var folder = Directory.CreateTempSubdirectory("resourcebot-broadcast-").FullName;
        try
        {
            return await MeasureAsync(folder, people, rate, paid, inFlight);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(string folder, int people, double rate, bool paid, int inFlight)
    {
        await using var telegram = await LocalTelegramServer.StartAsync(new LocalTelegramOptions
        {
            Url = "http://127.0.0.1:0",
            Tokens = [RunSettings.Token],
            KeepContents = false,
            LedgerCapacity = 0,
        });
        telegram.AddPeople(PreparedBroadcast.FirstChat, people);
        telegram.AddPeople(Questions.FirstChat, Questions.Most, started: false);
        if (paid) telegram.GiveStars(1_000_000);

        string[] settings =
        [
            // Spacing as it is shipped, unlike in the tests.
            "--Outgoing:ChatSpacing=1",
            string.Create(CultureInfo.InvariantCulture, $"--Broadcast:PerSecond={rate}"),
            $"--Broadcast:InFlight={inFlight}",
            $"--Broadcast:Paid={(paid ? "true" : "false")}",
            string.Create(CultureInfo.InvariantCulture, $"--Outgoing:MessagesPerSecond={OutgoingCeiling}"),
        ];
        var prepared = await PreparedBroadcast.MakeAsync([.. RunSettings.For(telegram, folder), .. settings], people);
        await using var bot = await BuiltProgram.StartReadyAsync(telegram, folder, settings);
        var questions = new Questions(telegram, paid ? 5 : 2);
        using var done = new CancellationTokenSource();
        var asking = questions.AskAsync(done.Token);
        var (seconds, messages, start, most) = await WatchAsync(telegram, prepared, bot);
        await done.CancelAsync();
        await asking;

        var counts = await prepared.CountsAsync();
        var tooMany = telegram.Ledger.Counts.Where(count => count.Key.EndsWith(" 429", StringComparison.Ordinal)).Sum(count => count.Value);
        var figures = new
        {
            people,
            rate,
            inFlight,
            freezeSeconds = Math.Round(prepared.FreezeTime.TotalSeconds, 2),
            seconds = Math.Round(seconds, 1),
            achieved = Math.Round(messages / seconds, 1),
            ratio = Math.Round(messages / seconds / rate, 3),
            sent = counts.Sent,
            sendMessageCalls = telegram.Ledger.Count("sendMessage"),
            tooMany,
            questions = questions.Answered,
            replyP50Milliseconds = Math.Round(questions.Percentile(0.5)),
            replyP99Milliseconds = Math.Round(questions.Percentile(0.99)),
            residentStartMegabytes = start >> 20,
            residentMostMegabytes = most >> 20,
        };
        Console.WriteLine(JsonSerializer.Serialize(figures));
        return counts.Sent == people && tooMany == 0 ? 0 : 1;
    }

    // From the first message that went out to the last one: everything that counts at Telegram, the answers too.
    private static async Task<(double Seconds, long Messages, long Start, long Most)> WatchAsync(
        LocalTelegramServer telegram, PreparedBroadcast prepared, BuiltProgram bot)
    {
        while ((await prepared.CountsAsync()).Sent == 0) await Task.Delay(Poll);
        var since = Stopwatch.GetTimestamp();
        var before = Messages(telegram);
        var start = bot.ResidentBytes;
        var most = start;
        var told = since;
        while (await prepared.StateAsync() != BroadcastState.Finished)
        {
            most = Math.Max(most, bot.ResidentBytes);
            if (Stopwatch.GetElapsedTime(told) > TellEvery)
            {
                told = Stopwatch.GetTimestamp();
                await Console.Error.WriteLineAsync($"{(await prepared.CountsAsync()).Sent} sent, {bot.ResidentBytes >> 20} MB");
            }

            await Task.Delay(Poll);
        }

        return (Stopwatch.GetElapsedTime(since).TotalSeconds, Messages(telegram) - before, start, most);
    }

    private static long Messages(LocalTelegramServer telegram) =>
        telegram.Ledger.Count("sendMessage") + telegram.Ledger.Count("editMessageText");
}
