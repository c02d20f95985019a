using ResourceBot.Broadcasts;
using ResourceBot.LocalTelegram.Faults;

namespace ResourceBot.Scenarios.Broadcasts;

/// <summary>Broadcasts in bad weather: what arrived is read from the ledger and the phones of the local Telegram.</summary>
public sealed class WeatherTests
{
    private const int InFlight = 8;

    [Fact]
    public async Task In_a_storm_of_429_nothing_goes_out_during_a_pause_and_everybody_gets_one()
    {
        await using var mailing = await Mailing.PrepareAsync(300);
        mailing.Telegram.Faults.SwitchOn(new Fault(FaultKind.TooManyRequests, "sendMessage", Count: 8, Probability: 0.05, RetryAfterSeconds: 1));
        await using (await StartAsync(mailing)) await mailing.WaitForEndAsync();

        Assert.Equal(300, mailing.Reached);
        Assert.Equal(300, mailing.Arrived);
        var calls = mailing.Telegram.Ledger.Snapshot("sendMessage");
        var refused = calls.Where(call => call.Code == 429).ToList();
        Assert.NotEmpty(refused);
        foreach (var pause in refused)
        {
            // What was on its way already when the pause began is no more than may be in flight.
            var during = calls.Count(call => call.Time > pause.Time && call.Time < pause.Time.AddSeconds(0.95));
            Assert.InRange(during, 0, InFlight);
        }
    }

    [Fact]
    public async Task Errors_here_and_there_cost_nobody_her_message()
    {
        await using var mailing = await Mailing.PrepareAsync(600);
        mailing.Telegram.Faults.SwitchOn(new Fault(FaultKind.ServerError, "sendMessage", Probability: 0.01));
        mailing.Telegram.Faults.SwitchOn(new Fault(FaultKind.BadGateway, "sendMessage", Probability: 0.005));
        await using (await StartAsync(mailing)) await mailing.WaitForEndAsync();

        Assert.Equal(600, mailing.Reached);
        Assert.Equal(600, mailing.Arrived);
    }

    [Fact]
    public async Task A_lost_answer_is_told_as_unknown_and_nobody_gets_two()
    {
        // Together no more than make it pause.
        const int lost = 6;
        const int cut = 4;
        await using var mailing = await Mailing.PrepareAsync(900);
        mailing.Telegram.Faults.SwitchOn(new Fault(FaultKind.LostAnswer, "sendMessage", Count: lost, Probability: 0.02));
        mailing.Telegram.Faults.SwitchOn(new Fault(FaultKind.Reset, "sendMessage", Count: cut, Probability: 0.02));
        await using (await StartAsync(mailing)) await mailing.WaitForEndAsync();

        var counts = (await mailing.FindAsync()).Counts;
        Assert.InRange(counts.Unknown, 1, lost + cut);
        Assert.Equal(900, counts.Sent + counts.Unknown);
        Assert.Equal(mailing.Reached, mailing.Arrived);
        Assert.InRange(mailing.Reached, 900 - cut, 900);
    }

    [Fact]
    public async Task When_errors_pile_up_it_stops_by_itself_tells_the_writer_and_goes_on_when_told()
    {
        await using var mailing = await Mailing.PrepareAsync(400);
        var writer = mailing.Telegram.Person(LocalTelegram.People.DemoPeople.Volunteer, RunSettings.Token);
        writer.Send("/start");
        await using var program = await StartAsync(mailing, Mailing.Unhurried);
        await Mailing.WaitForAsync(() => Task.FromResult(mailing.Arrived > 20), "It did not begin.");
        var storm = mailing.Telegram.Faults.SwitchOn(new Fault(FaultKind.ServerError, "sendMessage", Probability: 0.5));
        await Mailing.WaitForAsync(
            async () => (await mailing.FindAsync()) is { State: BroadcastState.Paused, PausedBecause: PauseReason.Errors } or { State: BroadcastState.Finished },
            "It did not pause.");
        mailing.Telegram.Faults.SwitchOff(storm);
        Assert.Equal(BroadcastState.Paused, (await mailing.FindAsync()).State);

        await writer.WaitForAsync(
            hers => hers.Messages.Any(message => message.Text.Contains("Paused by itself", StringComparison.Ordinal)), TimeSpan.FromSeconds(30));
        Assert.True(await mailing.Decisions.ResumeAsync(mailing.Id, mailing.Second, CancellationToken.None));
        await mailing.WaitForEndAsync();
        Assert.Equal(400, mailing.Reached);
        Assert.Equal(400, mailing.Arrived);
        await writer.WaitForAsync(
            hers => hers.Messages.Any(message => message.Text.Contains("Finished", StringComparison.Ordinal)), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Who_blocked_the_bot_or_is_gone_is_removed_and_never_called_again()
    {
        await using var mailing = await Mailing.PrepareAsync(100);
        foreach (var phone in mailing.Phones.Take(10)) phone.Block();
        foreach (var phone in mailing.Phones.Skip(10).Take(5)) phone.Deactivate();
        await using (await StartAsync(mailing)) await mailing.WaitForEndAsync();

        Assert.Equal(85, mailing.Reached);
        var counts = (await mailing.FindAsync()).Counts;
        // Some were removed already when Telegram said that they closed the door.
        Assert.Equal((85, 15, 0), (counts.Sent, counts.Refused + counts.Gone, counts.Left));
        var calls = mailing.Telegram.Ledger.Snapshot("sendMessage").Where(call => call.Code == 403).ToList();
        Assert.Equal(calls.Count, calls.Select(call => call.Chat).Distinct().Count());
    }

    [Fact]
    public async Task A_stop_in_the_middle_holds_at_once()
    {
        await using var mailing = await Mailing.PrepareAsync(600);
        await using var program = await StartAsync(mailing, Mailing.Unhurried);
        await Mailing.WaitForAsync(() => Task.FromResult(mailing.Arrived > 50), "It did not begin.");

        await mailing.Stop.PullAsync(mailing.Second, CancellationToken.None);
        await Task.Delay(300);
        var arrived = mailing.Arrived;
        await Task.Delay(1500);
        Assert.Equal(arrived, mailing.Arrived);
        Assert.InRange(arrived, 50, 599);

        await mailing.Stop.AskRestartAsync(mailing.Second, CancellationToken.None);
        await mailing.Stop.RestartAsync(mailing.Writer, CancellationToken.None);
        await mailing.WaitForEndAsync();
        Assert.Equal(600, mailing.Arrived);
    }

    [Fact]
    public async Task Withdrawn_in_the_middle_it_leaves_every_chat()
    {
        await using var mailing = await Mailing.PrepareAsync(400);
        await using var program = await StartAsync(mailing, Mailing.Unhurried);
        await Mailing.WaitForAsync(() => Task.FromResult(mailing.Arrived > 50), "It did not begin.");

        Assert.True(await mailing.Decisions.WithdrawAsync(mailing.Id, mailing.Second, CancellationToken.None));

        await Mailing.WaitForAsync(() => Task.FromResult(mailing.Phones.All(phone => phone.Messages.Count == 0)), "A bell stayed.");
        Assert.InRange(mailing.Arrived, 50, 399);
    }

    private static Task<BuiltProgram> StartAsync(Mailing mailing, string[]? pace = null) =>
        BuiltProgram.StartReadyAsync(mailing.Telegram, mailing.Folder, pace ?? Mailing.Fast);
}
