using ResourceBot.Broadcasts;
using ResourceBot.Broadcasts.Sending;
using ResourceBot.Chat;

namespace ResourceBot.Tests.Broadcasts;

public sealed class LeavingTests : IAsyncLifetime
{
    private static readonly ChatId Her = new(BroadcastHouse.FirstChat + 30);
    private BroadcastHouse _house = null!;

    public async Task InitializeAsync() => _house = await BroadcastHouse.OpenAsync();

    [Fact]
    public async Task Who_turns_the_bell_off_before_her_turn_gets_nothing()
    {
        await _house.SubscribeAsync(60);
        var id = await _house.ApproveAsync();
        _house.Post.OnceAt(5, () => _house.Subscribers.RemoveAsync(Her, CancellationToken.None));

        await _house.RunToTheEndAsync(id);

        Assert.Empty(_house.Post.In(Her.Value));
        Assert.Equal(59, _house.Post.Arrived.Count);
        Assert.Equal(new BroadcastCounts(60, 59, 0, 0, 0, 1), (await _house.FindAsync(id)).Counts);
    }

    [Fact]
    public async Task Who_turns_it_off_while_the_message_is_on_its_way_does_not_keep_it()
    {
        await _house.SubscribeAsync(60);
        var id = await _house.ApproveAsync();
        _house.Post.BeforeSending = async chat =>
        {
            if (chat == Her) await _house.Subscribers.RemoveAsync(Her, CancellationToken.None);
        };

        await _house.RunToTheEndAsync(id);

        Assert.Equal(1, _house.Post.Arrived[Her]);
        Assert.Empty(_house.Post.In(Her.Value));
        Assert.Equal(new BroadcastCounts(60, 59, 0, 0, 0, 1), (await _house.FindAsync(id)).Counts);
    }

    [Fact]
    public async Task Afterwards_no_row_tells_that_she_was_there()
    {
        await _house.SubscribeAsync(3);
        await _house.RunToTheEndAsync(await _house.ApproveAsync());
        var her = new ChatId(BroadcastHouse.FirstChat);
        var number = await _house.AskAsync<long>("SELECT MIN(id) FROM subscriber");

        var removed = await _house.Subscribers.RemoveAsync(her, CancellationToken.None);

        Assert.NotNull(removed!.WaitingBell);
        Assert.Null(await _house.Subscribers.FindAsync(her, CancellationToken.None));
        Assert.Equal(0, await _house.AskAsync<long>($"SELECT COUNT(*) FROM delivery WHERE subscriber_id = {number}"));
        Assert.Null(await _house.Subscribers.RemoveAsync(her, CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_of_her_whom_Telegram_cannot_reach_is_left_in_the_files()
    {
        await _house.SubscribeAsync(2);
        _house.Post.Trouble = (chat, _) => chat.Value == BroadcastHouse.FirstChat ? new Unreachable() : null;
        var key = await _house.AskAsync<byte[]>("SELECT chat_key FROM subscriber ORDER BY id LIMIT 1");
        Assert.True(await _house.IsInTheFilesAsync(key));

        await _house.RunToTheEndAsync(await _house.ApproveAsync());

        Assert.False(await _house.IsInTheFilesAsync(key));
    }

    [Fact]
    public async Task At_most_one_bell_waits_and_the_newer_one_takes_its_place()
    {
        await _house.SubscribeAsync(2);
        await _house.RunToTheEndAsync(await _house.ApproveAsync());
        var first = Assert.Single(_house.Post.In(BroadcastHouse.FirstChat));
        // Hers is so old by now that Telegram does not delete it.
        var old = _house.Post.Standing.Keys.Single(key => key.Chat.Value == BroadcastHouse.FirstChat + 1).Message;
        _house.Post.Old.Add(old);

        var second = await _house.ApproveAsync();
        await _house.RunToTheEndAsync(second);

        Assert.NotEqual(first.Code, Assert.Single(_house.Post.In(BroadcastHouse.FirstChat)).Code);
        var standing = Assert.Single(_house.Post.Standing, one => one.Key.Chat.Value == BroadcastHouse.FirstChat + 1);
        Assert.Equal(old, standing.Key.Message);
        Assert.True(_house.Screens.Shows(standing.Value.Code, second));
    }

    [Fact]
    public async Task A_tapped_bell_counts_once_and_waits_no_more()
    {
        await _house.SubscribeAsync(1);
        var id = await _house.ApproveAsync();
        await _house.RunToTheEndAsync(id);
        var her = (await _house.Subscribers.FindAsync(new ChatId(BroadcastHouse.FirstChat), CancellationToken.None))!;

        await _house.Deliveries.OpenedAsync(id, her.Id, CancellationToken.None);
        await _house.Deliveries.OpenedAsync(id, her.Id, CancellationToken.None);

        Assert.Equal(1, (await _house.FindAsync(id)).Counts.Opened);
        Assert.Equal(0, await _house.AskAsync<long>("SELECT COUNT(*) FROM subscriber WHERE bell_message IS NOT NULL"));
    }

    [Fact]
    public async Task A_withdrawn_broadcast_leaves_the_chats_and_nobody_else_gets_it()
    {
        await _house.SubscribeAsync(100);
        var id = await _house.ApproveAsync();
        _house.Post.OnceAt(40, () => _house.Decisions.WithdrawAsync(id, _house.Second, CancellationToken.None));
        await _house.RunToTheEndAsync(id);
        var old = _house.Post.Standing.Keys.First();
        _house.Post.Old.Add(old.Message);

        await _house.NewTakingBack().StepAsync(CancellationToken.None);

        Assert.InRange(_house.Post.Arrived.Count, 32, 48);
        // What Telegram no longer deletes is rewritten.
        var left = Assert.Single(_house.Post.Standing);
        Assert.Equal(old, left.Key);
        Assert.Contains("اینجا چیز تازه‌ای نیست", left.Value.Html, StringComparison.Ordinal);
        Assert.False((await _house.FindAsync(id)).IsOut);
        Assert.Equal(0, await _house.AskAsync<long>("SELECT COUNT(*) FROM delivery WHERE message_id IS NOT NULL"));
    }

    [Fact]
    public async Task A_page_that_she_has_gone_on_to_is_not_taken_from_her()
    {
        await _house.SubscribeAsync(2);
        var id = await _house.ApproveAsync();
        await _house.RunToTheEndAsync(id);
        foreach (var (chat, message) in _house.Post.Standing.Keys.ToList())
        {
            var who = (await _house.Subscribers.FindAsync(chat, CancellationToken.None))!;
            await _house.Deliveries.OpenedAsync(id, who.Id, CancellationToken.None);
            // The first still reads it, the second has gone on to the first page.
            var code = chat.Value == BroadcastHouse.FirstChat ? _house.Post.Standing[(chat, message)].Code : "1dah";
            _house.Panels.Remember(chat, new OpenPanel(message, code));
        }

        await _house.Decisions.WithdrawAsync(id, _house.Writer, CancellationToken.None);
        await _house.NewTakingBack().StepAsync(CancellationToken.None);

        Assert.Contains("چیز تازه‌ای نیست", Assert.Single(_house.Post.In(BroadcastHouse.FirstChat)).Html, StringComparison.Ordinal);
        Assert.Equal("\u200F۱ مورد تازه", Assert.Single(_house.Post.In(BroadcastHouse.FirstChat + 1)).Html);
    }

    [Fact]
    public async Task Two_days_after_the_end_only_counts_are_left()
    {
        await _house.SubscribeAsync(25);
        var id = await _house.ApproveAsync();
        await _house.RunToTheEndAsync(id);
        var before = (await _house.FindAsync(id)).Counts;
        var reduction = new Reduction(_house.Database, _house.Clock);
        Assert.Equal(0, await reduction.RunAsync(CancellationToken.None));

        _house.Clock.Advance(Reduction.After + TimeSpan.FromMinutes(1));
        Assert.Equal(1, await reduction.RunAsync(CancellationToken.None));

        var after = await _house.FindAsync(id);
        Assert.True(after.IsReduced);
        Assert.Equal(before, after.Counts);
        Assert.Equal(0, await _house.AskAsync<long>("SELECT COUNT(*) FROM delivery"));
        Assert.Equal(25, Assert.Single(await new Report(_house.Database).ReadAsync(after, CancellationToken.None)).Sent);
    }

    public Task DisposeAsync()
    {
        _house.Dispose();
        return Task.CompletedTask;
    }
}
