using ResourceBot.Broadcasts;
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
    public async Task Lost_answers_lose_nobody_and_repeat_at_most_what_was_not_answered()
    {
        await _house.SubscribeAsync(600);
        var unanswered = 0;
        _house.Post.ArrivesUnanswered = (chat, attempt) => chat.Value % 40 == 0 && attempt == 1 && Interlocked.Increment(ref unanswered) > 0;
        var id = await _house.ApproveAsync();

        await _house.RunToTheEndAsync(id);

        Assert.Equal(600, _house.Post.Arrived.Count);
        Assert.Equal(600 + unanswered, _house.Post.Arrived.Values.Sum());
        Assert.Equal(600, (await _house.FindAsync(id)).Counts.Sent);
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
