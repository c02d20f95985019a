using Microsoft.Extensions.Time.Testing;
using ResourceBot.Host.Telegram;

namespace ResourceBot.Tests.Host.Telegram;

public sealed class PaceTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Pace _pace;

    public PaceTests() => _pace = new Pace(_clock, perSecond: 10);

    [Fact]
    public async Task Sends_go_out_at_an_even_pace()
    {
        var turns = Enumerable.Range(0, 5).Select(_ => _pace.TurnAsync(Urgency.Reply, CancellationToken.None)).ToList();
        await turns[0];

        for (var sent = 1; sent < 5; sent++)
        {
            Assert.False(turns[sent].IsCompleted);
            _clock.Advance(TimeSpan.FromMilliseconds(101));
            await turns[sent];
        }
    }

    [Fact]
    public async Task A_reply_overtakes_every_waiting_broadcast()
    {
        await _pace.TurnAsync(Urgency.Broadcast, CancellationToken.None);
        var broadcast = _pace.TurnAsync(Urgency.Broadcast, CancellationToken.None);
        var reply = _pace.TurnAsync(Urgency.Reply, CancellationToken.None);

        _clock.Advance(TimeSpan.FromMilliseconds(101));
        await reply;
        Assert.False(broadcast.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(101));
        await broadcast;
    }

    [Fact]
    public async Task A_pause_holds_everybody_and_a_shorter_one_does_not_end_it()
    {
        _pace.Pause(TimeSpan.FromSeconds(30));
        _pace.Pause(TimeSpan.FromSeconds(1));
        var reply = _pace.TurnAsync(Urgency.Reply, CancellationToken.None);

        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(reply.IsCompleted);
        Assert.Equal(1, _pace.PauseLeft.TotalSeconds, precision: 3);
        _clock.Advance(TimeSpan.FromSeconds(1.1));
        await reply;
    }

    [Fact]
    public async Task Who_gives_up_waiting_costs_the_others_no_turn()
    {
        using var giveUp = new CancellationTokenSource();
        await _pace.TurnAsync(Urgency.Reply, CancellationToken.None);
        var first = _pace.TurnAsync(Urgency.Reply, giveUp.Token);
        var second = _pace.TurnAsync(Urgency.Reply, CancellationToken.None);

        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _clock.Advance(TimeSpan.FromMilliseconds(101));
        await second;
    }

    public void Dispose() => _pace.Dispose();
}
