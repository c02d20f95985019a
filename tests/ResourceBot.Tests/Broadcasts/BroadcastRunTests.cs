using ResourceBot.Broadcasts;
using ResourceBot.Broadcasts.Sending;
using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Broadcasts;

public sealed class BroadcastRunTests : IAsyncLifetime
{
    private BroadcastHouse _house = null!;

    public async Task InitializeAsync() => _house = await BroadcastHouse.OpenAsync();

    [Fact]
    public async Task Everybody_who_is_meant_gets_one_neutral_line_in_her_language_and_nobody_else()
    {
        await _house.SubscribeAsync(30);
        await _house.Subscribers.SaveAsync(new ChatId(20_001), BroadcastHouse.Wishes(Language.English), CancellationToken.None);
        await _house.Subscribers.SaveAsync(new ChatId(20_002), BroadcastHouse.Wishes(place: Place.Outside), CancellationToken.None);
        var id = await _house.ApproveAsync(draft => draft with { Audience = draft.Audience with { Place = Place.Inside } });

        await _house.RunToTheEndAsync(id);

        Assert.Equal(31, _house.Post.Arrived.Count);
        Assert.All(_house.Post.Arrived, one => Assert.Equal(1, one.Value));
        Assert.Empty(_house.Post.In(20_002));
        Assert.Equal("1 new item", Assert.Single(_house.Post.In(20_001)).Html);
        Assert.DoesNotContain("DAAD", Assert.Single(_house.Post.In(BroadcastHouse.FirstChat)).Html, StringComparison.Ordinal);
        Assert.Equal(new BroadcastCounts(31, 31, 0, 0, 0, 0), (await _house.FindAsync(id)).Counts);
    }

    [Fact]
    public async Task Who_chose_the_text_itself_gets_it_with_a_word_about_its_language()
    {
        await _house.SubscribeAsync(1, BroadcastHouse.Wishes(form: BellForm.Letter));
        await _house.RunToTheEndAsync(await _house.ApproveAsync());

        var letter = Assert.Single(_house.Post.In(BroadcastHouse.FirstChat)).Html;
        Assert.Contains("DAAD: the round is open.", letter, StringComparison.Ordinal);
        Assert.Contains("این متن تنها به این زبان است", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_without_a_text_in_their_language_are_left_out_when_the_writer_says_so()
    {
        await _house.SubscribeAsync(3);
        await _house.Subscribers.SaveAsync(new ChatId(20_001), BroadcastHouse.Wishes(Language.English), CancellationToken.None);
        var id = await _house.ApproveAsync(draft => draft with { Missing = MissingText.Skip });

        await _house.RunToTheEndAsync(id);

        Assert.Equal([20_001], _house.Post.Arrived.Keys.Select(chat => chat.Value));
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_removed_at_once_and_the_figures_still_add_up()
    {
        await _house.SubscribeAsync(20);
        _house.Post.Trouble = (chat, _) => chat.Value % 5 == 0 ? new Unreachable() : null;
        var id = await _house.ApproveAsync();

        await _house.RunToTheEndAsync(id);

        Assert.Equal(new BroadcastCounts(20, 16, 0, 4, 0, 0), (await _house.FindAsync(id)).Counts);
        Assert.Equal(16, await _house.AskAsync<long>("SELECT COUNT(*) FROM subscriber"));
        Assert.Equal(16, await _house.AskAsync<long>("SELECT COUNT(*) FROM delivery"));
    }

    [Fact]
    public async Task What_fails_in_passing_comes_again_and_what_is_not_answered_is_unknown()
    {
        await _house.SubscribeAsync(300);
        _house.Post.Trouble = (chat, attempt) =>
            chat.Value == BroadcastHouse.FirstChat ? new Unanswered()
            : chat.Value % 50 == 0 && attempt == 1 ? new Failed()
            : null;
        var id = await _house.ApproveAsync();

        await _house.RunToTheEndAsync(id);

        Assert.Equal(new BroadcastCounts(300, 299, 0, 0, 1, 0), (await _house.FindAsync(id)).Counts);
        Assert.Equal(1, _house.Post.Attempts[new ChatId(BroadcastHouse.FirstChat)]);
        Assert.All(_house.Post.Arrived, one => Assert.Equal(1, one.Value));
    }

    [Fact]
    public async Task A_pause_that_Telegram_asks_for_is_no_error_and_costs_nobody_her_turn()
    {
        await _house.SubscribeAsync(40);
        _house.Post.Trouble = (_, attempt) => attempt <= 3 ? new Postponed() : null;
        var id = await _house.ApproveAsync();

        await _house.RunToTheEndAsync(id);

        Assert.Equal(40, (await _house.FindAsync(id)).Counts.Sent);
    }

    [Fact]
    public async Task When_errors_pile_up_it_pauses_by_itself_and_loses_nobody()
    {
        await _house.SubscribeAsync(100);
        _house.Post.Trouble = (_, _) => new NotTaken();
        var id = await _house.ApproveAsync();

        await _house.RunUntilAsync(async () => (await _house.FindAsync(id)).State == BroadcastState.Paused);

        var paused = await _house.FindAsync(id);
        Assert.Equal(PauseReason.Errors, paused.PausedBecause);
        Assert.InRange(_house.Post.Attempts.Count, ErrorWindow.MostErrors + 1, ErrorWindow.MostErrors + _house.Pace.InFlight);
        Assert.Equal(0, paused.Counts.Refused);

        _house.Post.Trouble = (_, _) => null;
        Assert.True(await _house.Decisions.ResumeAsync(id, _house.Second, CancellationToken.None));
        await _house.RunToTheEndAsync(id);
        Assert.Equal(100, (await _house.FindAsync(id)).Counts.Sent);
    }

    [Fact]
    public async Task Pause_and_cancel_hold_what_has_not_gone_out_yet()
    {
        await _house.SubscribeAsync(200);
        var id = await _house.ApproveAsync();
        _house.Post.OnceAt(50, () => _house.Decisions.PauseAsync(id, _house.Second, CancellationToken.None));

        await _house.RunUntilAsync(async () => (await _house.FindAsync(id)).State == BroadcastState.Paused);

        var sent = (await _house.FindAsync(id)).Counts.Sent;
        Assert.InRange(sent, 42, 50 + _house.Pace.InFlight);
        Assert.True(await _house.Decisions.CancelAsync(id, _house.Second, CancellationToken.None));
        Assert.False(await _house.Decisions.ResumeAsync(id, _house.Second, CancellationToken.None));
        await _house.RunUntilAsync(() => Task.FromResult(true));
        Assert.Equal(sent, (await _house.FindAsync(id)).Counts.Sent);
    }

    [Fact]
    public async Task A_stop_holds_everything_and_starting_again_takes_two()
    {
        await _house.SubscribeAsync(200);
        var id = await _house.ApproveAsync();
        _house.Post.OnceAt(50, () => _house.Stop.PullAsync(_house.Second, CancellationToken.None));
        await _house.RunUntilAsync(async () => await _house.Stop.FindAsync(CancellationToken.None) is not null);
        var sent = (await _house.FindAsync(id)).Counts.Sent;
        Assert.InRange(sent, 42, 50 + _house.Pace.InFlight);

        var page = await _house.Screens.ProgressAsync(await _house.FindAsync(id), CancellationToken.None);
        Assert.Contains("All sending is stopped", page.Html, StringComparison.Ordinal);
        Assert.Contains("DAAD: the round is open.", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Being sent", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Time left", page.Html, StringComparison.Ordinal);

        Assert.True(await _house.Stop.AskRestartAsync(_house.Second, CancellationToken.None));
        Assert.Equal(ResourceBot.People.ApprovalOutcome.OwnRequest, await _house.Stop.RestartAsync(_house.Second, CancellationToken.None));
        Assert.Equal(ResourceBot.People.ApprovalOutcome.Approved, await _house.Stop.RestartAsync(_house.Writer, CancellationToken.None));
        await _house.RunToTheEndAsync(id);
        Assert.All(_house.Post.Arrived, one => Assert.Equal(1, one.Value));
        Assert.Equal(200, _house.Post.Arrived.Count);
    }

    [Fact]
    public async Task At_night_only_those_who_chose_any_hour_are_reached_and_the_others_in_the_morning()
    {
        await _house.SubscribeAsync(10);
        await _house.Subscribers.SaveAsync(new ChatId(20_001), BroadcastHouse.Wishes(hours: BellHours.Any), CancellationToken.None);
        // 20:30 in Kabul.
        _house.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 16, 0, 0, TimeSpan.Zero));
        var id = await _house.ApproveAsync();

        await _house.RunUntilAsync(async () => (await _house.FindAsync(id)).Counts.Sent == 1);
        var page = await _house.Screens.ProgressAsync(await _house.FindAsync(id), CancellationToken.None);
        Assert.Contains("from 9 o'clock in Kabul", page.Html.Replace("&#39;", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Time left", page.Html, StringComparison.Ordinal);
        Assert.Equal([20_001], _house.Post.Arrived.Keys.Select(chat => chat.Value));

        _house.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 26, 4, 30, 0, TimeSpan.Zero));
        await _house.RunToTheEndAsync(id);
        Assert.Equal(11, _house.Post.Arrived.Count);
    }

    [Fact]
    public async Task A_broadcast_for_later_waits_for_its_time()
    {
        await _house.SubscribeAsync(5);
        var id = await _house.ApproveAsync(draft => draft with { SendAt = _house.Clock.GetUtcNow().AddMinutes(10) });
        await _house.RunUntilAsync(() => Task.FromResult(_house.Clock.GetUtcNow() > new DateTimeOffset(2026, 11, 25, 9, 9, 0, TimeSpan.Zero)));
        Assert.Equal(BroadcastState.Approved, (await _house.FindAsync(id)).State);

        await _house.RunToTheEndAsync(id);
        Assert.Equal(5, _house.Post.Arrived.Count);
    }

    public Task DisposeAsync()
    {
        _house.Dispose();
        return Task.CompletedTask;
    }
}
