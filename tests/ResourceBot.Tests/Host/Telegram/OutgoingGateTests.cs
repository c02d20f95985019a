using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ResourceBot.Broadcasts.Sending;
using ResourceBot.Host.Settings;
using ResourceBot.Host.Telegram;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using ChatId = ResourceBot.Chat.ChatId;

namespace ResourceBot.Tests.Host.Telegram;

public sealed class OutgoingGateTests : IAsyncLifetime
{
    private static readonly ChatId Chat = new(1001);
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));
    private readonly Gauges _gauges = new();
    private TestDatabase _database = null!;
    private OutgoingGate _gate = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _gate = NewGate();
    }

    [Fact]
    public async Task Too_many_requests_stops_everybody_for_as_long_as_told_and_loses_nothing()
    {
        var calls = 0;
        var refused = _gate.SendAsync(Chat, Urgency.Reply, _ => ++calls == 1 ? throw TooMany(30) : Task.FromResult("sent"), CancellationToken.None);
        await PausedAsync();
        var other = _gate.SendAsync(new ChatId(1002), Urgency.Reply, _ => Task.FromResult("other"), CancellationToken.None);
        var delete = _gate.CallAsync(_ => Task.FromResult("deleted"), CancellationToken.None);

        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(refused.IsCompleted || other.IsCompleted || delete.IsCompleted);

        Assert.Equal("sent", await SoonAsync(refused));
        Assert.Equal("other", await SoonAsync(other));
        Assert.Equal("deleted", await SoonAsync(delete));
    }

    [Fact]
    public async Task A_pause_holds_over_a_restart()
    {
        var calls = 0;
        var refused = _gate.SendAsync(Chat, Urgency.Reply, _ => ++calls == 1 ? throw TooMany(600) : Task.FromResult(1), CancellationToken.None);
        await PausedAsync();
        var saved = new PauseStore(_database.Database);
        while (await saved.FindAsync(CancellationToken.None) is null) await Task.Yield();

        using var after = NewGate();
        await after.ResumePauseAsync(CancellationToken.None);

        Assert.InRange(after.PauseLeft, TimeSpan.FromSeconds(595), TimeSpan.FromSeconds(601));
        await SoonAsync(refused);
    }

    [Fact]
    public async Task An_absurd_pause_is_cut()
    {
        var calls = 0;
        var refused = _gate.SendAsync(Chat, Urgency.Reply, _ => ++calls == 1 ? throw TooMany(int.MaxValue) : Task.FromResult(1), CancellationToken.None);
        await PausedAsync();
        Assert.InRange(_gate.PauseLeft, OutgoingGate.LongestPause, OutgoingGate.LongestPause + TimeSpan.FromSeconds(1));
        await SoonAsync(refused);
    }

    [Fact]
    public async Task What_fails_in_passing_is_tried_again()
    {
        var calls = 0;
        var sent = _gate.SendAsync(Chat, Urgency.Reply, _ => ++calls switch
        {
            1 => throw new ApiRequestException("Internal Server Error: restart", 500),
            2 => throw new RequestException("Bad Gateway", System.Net.HttpStatusCode.BadGateway),
            3 => throw new HttpRequestException("connection reset"),
            _ => Task.FromResult("sent"),
        }, CancellationToken.None);

        Assert.Equal("sent", await SoonAsync(sent));
        Assert.Equal(4, calls);
    }

    [Theory]
    [InlineData(400, FailureKind.Refused)]
    [InlineData(403, FailureKind.Unreachable)]
    [InlineData(401, FailureKind.TokenRefused)]
    internal async Task What_would_fail_again_is_handed_back_at_once(int code, FailureKind kind)
    {
        var failure = await Assert.ThrowsAsync<ApiRequestException>(() =>
            _gate.SendAsync<int>(Chat, Urgency.Reply, _ => throw new ApiRequestException("no", code), CancellationToken.None));
        Assert.Equal(kind, TelegramFailure.Of(failure));
    }

    [Fact]
    public async Task However_late_calls_arrive_no_second_sees_more_than_allowed()
    {
        // Every call hangs on the way; what could arrive together are those that were let out and are not answered for a second.
        var answers = Enumerable.Range(0, 100).Select(_ => new TaskCompletionSource<int>()).ToList();
        var begun = 0;
        var calls = answers.Select((answer, number) => _gate.SendAsync(new ChatId(number + 1), Urgency.Reply, _ =>
        {
            Interlocked.Increment(ref begun);
            return answer.Task;
        }, CancellationToken.None)).ToList();
        for (var step = 0; step < 150; step++) await TickAsync(TimeSpan.FromMilliseconds(100));
        Assert.Equal(31, begun);

        answers[0].SetResult(0);
        await calls[0];
        await TickAsync(TimeSpan.FromMilliseconds(900));
        Assert.Equal(31, begun);
        for (var step = 0; step < 1000 && begun == 31; step++) await TickAsync(TimeSpan.FromMilliseconds(1));
        Assert.Equal(32, begun);
        foreach (var answer in answers) answer.TrySetResult(0);
        foreach (var call in calls) await SoonAsync(call);

        async Task TickAsync(TimeSpan time)
        {
            _clock.Advance(time);
            await Task.Delay(1);
        }
    }

    [Fact]
    public async Task Who_is_told_to_stop_is_not_let_through_because_there_is_room()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _gate.TurnAsync(Chat, Urgency.Broadcast, new CancellationToken(canceled: true)));
        await _gate.SendAsync(Chat, Urgency.Reply, _ => Task.FromResult(1), CancellationToken.None);
    }

    [Fact]
    public async Task Two_messages_to_one_chat_keep_their_distance_and_other_chats_do_not_wait_for_them()
    {
        await _gate.SendAsync(Chat, Urgency.Reply, _ => Task.FromResult(1), CancellationToken.None);
        var second = _gate.SendAsync(Chat, Urgency.Reply, _ => Task.FromResult(2), CancellationToken.None);
        _clock.Advance(TimeSpan.FromMilliseconds(100));
        await _gate.SendAsync(new ChatId(1002), Urgency.Reply, _ => Task.FromResult(3), CancellationToken.None);

        Assert.False(second.IsCompleted);
        Assert.Equal(2, await SoonAsync(second));
    }

    public Task DisposeAsync()
    {
        _gate.Dispose();
        _gauges.Dispose();
        _database.Dispose();
        return Task.CompletedTask;
    }

    private OutgoingGate NewGate() => new(
        new OutgoingSettings(MessagesPerSecond: 30, ChatSpacing: TimeSpan.FromSeconds(1)),
        new BroadcastPace(PerSecond: 25, InFlight: 8, Paid: false), new PauseStore(_database.Database), _gauges,
        _clock, new Random(1), NullLogger<OutgoingGate>.Instance);

    private static ApiRequestException TooMany(int seconds) =>
        new($"Too Many Requests: retry after {seconds}", 429, new ResponseParameters { RetryAfter = seconds });

    private async Task PausedAsync()
    {
        while (_gate.PauseLeft == TimeSpan.Zero) await Task.Yield();
    }

    // Lets the clock run until it happens; only fake time passes.
    private async Task<T> SoonAsync<T>(Task<T> task)
    {
        for (var step = TimeSpan.FromSeconds(1); !task.IsCompleted; step *= 1.2)
        {
            _clock.Advance(step);
            await Task.Delay(1);
        }

        return await task;
    }
}
