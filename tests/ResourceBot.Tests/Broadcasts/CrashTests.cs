using ResourceBot.Broadcasts;
using ResourceBot.Broadcasts.Sending;
using ResourceBot.Chat;

namespace ResourceBot.Tests.Broadcasts;

public sealed class CrashTests : IAsyncLifetime
{
    private BroadcastHouse _house = null!;

    public async Task InitializeAsync() => _house = await BroadcastHouse.OpenAsync();

    [Fact]
    public async Task Crashes_lose_nobody_and_repeat_no_more_than_was_in_flight()
    {
        const int people = 2_000;
        const int kills = 20;
        var random = new Random(4);
        await _house.SubscribeAsync(people);
        var id = await _house.ApproveAsync();
        for (var kill = 0; kill < kills; kill++)
        {
            var at = _house.Post.Arrived.Count + random.Next(1, people / kills);
            await _house.KillWhenAsync(() => Task.FromResult(_house.Post.Arrived.Count >= at || _house.Post.Arrived.Count == people));
        }

        await _house.RunToTheEndAsync(id);

        Assert.Equal(people, _house.Post.Arrived.Count);
        Assert.InRange(_house.Post.Arrived.Values.Sum() - people, 0, kills * _house.Pace.InFlight);
        Assert.Equal(new BroadcastCounts(people, people, 0, 0, 0, 0), (await _house.FindAsync(id)).Counts);
    }

    [Fact]
    public async Task Orderly_stops_repeat_nothing()
    {
        const int people = 500;
        await _house.SubscribeAsync(people);
        var id = await _house.ApproveAsync();
        for (var stop = 1; stop <= 10; stop++)
        {
            var at = stop * 40;
            await _house.RunUntilAsync(() => Task.FromResult(_house.Post.Arrived.Count >= at));
            Assert.Equal(0, await _house.AskAsync<long>("SELECT COUNT(*) FROM delivery WHERE state = 'sending'"));
        }

        await _house.RunToTheEndAsync(id);

        Assert.Equal(people, _house.Post.Arrived.Count);
        Assert.All(_house.Post.Arrived, one => Assert.Equal(1, one.Value));
    }

    [Fact]
    public async Task A_lost_answer_is_unknown_at_once_and_nobody_gets_two()
    {
        await _house.SubscribeAsync(600);
        var unanswered = 0;
        _house.Post.ArrivesUnanswered = (chat, _) => chat.Value % 80 == 0 && Interlocked.Increment(ref unanswered) > 0;
        var id = await _house.ApproveAsync();

        await _house.RunToTheEndAsync(id);

        Assert.InRange(unanswered, 1, 8);
        Assert.All(_house.Post.Attempts, one => Assert.Equal(1, one.Value));
        Assert.All(_house.Post.Arrived, one => Assert.Equal(1, one.Value));
        Assert.Equal(new BroadcastCounts(600, 600 - unanswered, 0, 0, unanswered, 0), (await _house.FindAsync(id)).Counts);
    }

    [Fact]
    public async Task Lost_answers_that_pile_up_pause_it()
    {
        await _house.SubscribeAsync(100);
        _house.Post.Trouble = (_, _) => new Unanswered();
        var id = await _house.ApproveAsync();

        await _house.RunUntilAsync(async () => (await _house.FindAsync(id)).State == BroadcastState.Paused);

        var counts = (await _house.FindAsync(id)).Counts;
        Assert.InRange(counts.Unknown, ErrorWindow.MostErrors + 1, ErrorWindow.MostErrors + _house.Pace.InFlight);
        Assert.Equal(100 - counts.Unknown, counts.Left);
    }

    [Fact]
    public async Task After_a_stop_nobody_who_was_in_line_gets_her_turn()
    {
        await _house.SubscribeAsync(200);
        var id = await _house.ApproveAsync();
        using var stop = new CancellationTokenSource();
        var answers = new TaskCompletionSource();
        _house.Post.BeforeSending = async _ => await answers.Task;
        var running = _house.NewRun().RunAsync(stop.Token, CancellationToken.None, CancellationToken.None);
        while (_house.Post.Attempts.Count < _house.Pace.InFlight)
        {
            await Task.Delay(2);
            _house.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await stop.CancelAsync();
        answers.SetResult();
        await running;

        Assert.Equal(_house.Pace.InFlight, _house.Post.Attempts.Count);
        Assert.Equal(_house.Pace.InFlight, (await _house.FindAsync(id)).Counts.Sent);
        Assert.Equal(0, await _house.AskAsync<long>("SELECT COUNT(*) FROM delivery WHERE state = 'sending'"));
    }

    [Fact]
    public async Task What_is_not_answered_in_the_time_of_a_stop_is_unknown_and_not_sent_again()
    {
        await _house.SubscribeAsync(50);
        var id = await _house.ApproveAsync();
        using var stop = new CancellationTokenSource();
        using var hangUp = new CancellationTokenSource();
        _house.Post.BeforeSending = _ => Task.Delay(Timeout.Infinite, hangUp.Token);
        var running = _house.NewRun().RunAsync(stop.Token, hangUp.Token, CancellationToken.None);
        while (_house.Post.Attempts.Count < _house.Pace.InFlight)
        {
            await Task.Delay(2);
            _house.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await stop.CancelAsync();
        await hangUp.CancelAsync();
        await running;
        Assert.Equal(_house.Pace.InFlight, (await _house.FindAsync(id)).Counts.Unknown);

        _house.Post.BeforeSending = _ => Task.CompletedTask;
        await _house.RunToTheEndAsync(id);
        Assert.All(_house.Post.Attempts, one => Assert.Equal(1, one.Value));
        Assert.Equal(new BroadcastCounts(50, 50 - _house.Pace.InFlight, 0, 0, _house.Pace.InFlight, 0), (await _house.FindAsync(id)).Counts);
    }

    [Fact]
    public async Task Nobody_is_frozen_twice_and_a_broadcast_has_one_row_a_person()
    {
        await _house.SubscribeAsync(50);
        var id = await _house.ApproveAsync();

        var frozen = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _house.Audience.FreezeAsync(id, CancellationToken.None)));

        Assert.Single(frozen, once => once);
        Assert.Equal(50, await _house.AskAsync<long>("SELECT COUNT(*) FROM delivery"));
        Assert.Equal(50, (await _house.FindAsync(id)).Counts.Recipients);
    }

    [Fact]
    public async Task Whoever_subscribes_after_the_freezing_is_not_meant()
    {
        await _house.SubscribeAsync(5);
        var id = await _house.ApproveAsync();
        await _house.Audience.FreezeAsync(id, CancellationToken.None);
        await _house.Subscribers.SaveAsync(new ChatId(30_000), BroadcastHouse.Wishes(), CancellationToken.None);

        await _house.RunToTheEndAsync(id);

        Assert.Equal(5, _house.Post.Arrived.Count);
    }

    public Task DisposeAsync()
    {
        _house.Dispose();
        return Task.CompletedTask;
    }
}
