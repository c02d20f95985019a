namespace ResourceBot.Scenarios.Broadcasts;

/// <summary>kill -9 and orderly stops in the middle of a broadcast. <c>tests/run --big</c> takes the full dose.</summary>
public sealed class KilledMailingTests
{
    private const int InFlight = 8;

    private static bool IsBig => Environment.GetEnvironmentVariable("RESOURCEBOT_BIG") == "1";

    [Fact]
    public async Task Kills_lose_nobody_repeat_at_most_what_was_in_flight_and_it_goes_on_within_ten_seconds()
    {
        var (people, kills) = IsBig ? (10_000, 50) : (1_500, 6);
        var random = new Random(11);
        await using var mailing = await Mailing.PrepareAsync(people);
        for (var kill = 0; kill < kills; kill++)
        {
            await using var program = await StartAsync(mailing);
            var before = mailing.Arrived;
            var since = TimeProvider.System.GetTimestamp();
            // Somewhere in its share of the people, so that the kills spread over the whole run.
            var until = Math.Max(before + 1, people * kill / (kills + 1) + random.Next(1, people / (kills + 1)));
            await Mailing.WaitForAsync(() => Task.FromResult(mailing.Arrived > before), "It did not go on.");
            Assert.InRange(TimeProvider.System.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(10));
            await Mailing.WaitForAsync(() => Task.FromResult(mailing.Arrived >= until), "It came to a halt.");
            await program.KillAsync();
        }

        await using (await StartAsync(mailing)) await mailing.WaitForEndAsync();

        Assert.Equal(people, mailing.Reached);
        Assert.InRange(mailing.Arrived - people, 0, kills * InFlight);
        Assert.Equal(people, (await mailing.FindAsync()).Counts.Sent);
    }

    [Fact]
    public async Task In_careful_mode_a_kill_repeats_one_at_most()
    {
        var kills = IsBig ? 20 : 3;
        await using var mailing = await Mailing.PrepareAsync(IsBig ? 1_000 : 120);
        for (var kill = 1; kill <= kills; kill++)
        {
            await using var program = await StartAsync(mailing, "--Broadcast:InFlight=1");
            var until = mailing.People * kill / (kills + 1);
            await Mailing.WaitForAsync(() => Task.FromResult(mailing.Arrived >= until), "It came to a halt.");
            await program.KillAsync();
        }

        await using (await StartAsync(mailing, "--Broadcast:InFlight=1")) await mailing.WaitForEndAsync();

        Assert.Equal(mailing.People, mailing.Reached);
        Assert.InRange(mailing.Arrived - mailing.People, 0, kills);
    }

    [Fact]
    public async Task Orderly_stops_repeat_nothing_and_lose_nothing()
    {
        var stops = IsBig ? 20 : 3;
        await using var mailing = await Mailing.PrepareAsync(IsBig ? 4_000 : 800);
        for (var stop = 1; stop <= stops; stop++)
        {
            await using var program = await StartAsync(mailing);
            var until = mailing.People * stop / (stops + 1);
            await Mailing.WaitForAsync(() => Task.FromResult(mailing.Arrived >= until), "It came to a halt.");
            Assert.InRange(await program.TerminateAsync(), TimeSpan.Zero, TimeSpan.FromSeconds(10.5));
        }

        await using (await StartAsync(mailing)) await mailing.WaitForEndAsync();

        Assert.Equal(mailing.People, mailing.Reached);
        Assert.Equal(mailing.People, mailing.Arrived);
    }

    [Fact]
    public async Task A_stop_while_answers_are_slow_begins_nothing_new_and_nobody_gets_two()
    {
        await using var mailing = await Mailing.PrepareAsync(60);
        mailing.Telegram.Faults.SwitchOn(new LocalTelegram.Faults.Fault(LocalTelegram.Faults.FaultKind.Slow, "sendMessage"));
        await using (var program = await StartAsync(mailing))
        {
            await Mailing.WaitForAsync(() => Task.FromResult(mailing.Arrived >= 12), "It did not begin.");
            var before = mailing.Arrived;
            Assert.InRange(await program.TerminateAsync(), TimeSpan.Zero, TimeSpan.FromSeconds(9));
            // What was on its way, and one more of each where an answer and the stop crossed.
            Assert.InRange(mailing.Arrived - before, 0, 2 * InFlight);
        }

        Assert.Equal(0, await mailing.OnTheirWayAsync());
        Assert.Equal(mailing.Arrived, (await mailing.FindAsync()).Counts.Sent);
        mailing.Telegram.Faults.SwitchAllOff();
        await using (await StartAsync(mailing)) await mailing.WaitForEndAsync();

        Assert.Equal(mailing.People, mailing.Reached);
        Assert.Equal(mailing.People, mailing.Arrived);
    }

    private static Task<BuiltProgram> StartAsync(Mailing mailing, params string[] more) =>
        BuiltProgram.StartReadyAsync(mailing.Telegram, mailing.Folder, [.. Mailing.Fast, .. more]);
}
