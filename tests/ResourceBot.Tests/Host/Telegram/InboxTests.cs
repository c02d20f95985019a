using Dapper;
using Microsoft.Extensions.Time.Testing;
using ResourceBot.Chat;
using ResourceBot.Host.Telegram;
using ResourceBot.Storage;

namespace ResourceBot.Tests.Host.Telegram;

public sealed class InboxTests : IAsyncLifetime
{
    private static readonly IncomingSeal Sealing = new(new Seal(new byte[Seal.SecretLength]));
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 8, 59, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private OpenPanels _panels = null!;
    private Inbox _inbox = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _panels = new OpenPanels(_clock);
        _inbox = NewInbox();
    }

    [Fact]
    public async Task An_update_that_comes_twice_is_handed_on_once()
    {
        var first = await _inbox.TakeInAsync([Typed(7), Typed(8)], CancellationToken.None);
        var second = await _inbox.TakeInAsync([Typed(8), Typed(9)], CancellationToken.None);

        Assert.Equal([7, 8], first.Select(waiting => waiting.UpdateId));
        Assert.Equal([9], second.Select(waiting => waiting.UpdateId));
    }

    [Fact]
    public async Task What_was_not_answered_is_there_after_a_restart_and_what_was_is_not()
    {
        await _inbox.TakeInAsync([Typed(7), Typed(8), Typed(9)], CancellationToken.None);
        await _inbox.DoneAsync([8], CancellationToken.None);

        var (left, _) = await NewInbox().LeftOverAsync(CancellationToken.None);

        Assert.Equal([7, 9], left.Select(waiting => waiting.UpdateId));
        Assert.Equal(new TypedText(new ChatId(1001), new MessageId(7), "بورسیه", "fa"), left[0].Incoming);
    }

    [Fact]
    public async Task However_often_the_program_starts_nobody_waits_in_vain()
    {
        await _inbox.TakeInAsync([Typed(7)], CancellationToken.None);
        for (var start = 0; start < 50; start++)
        {
            var (left, givenUp) = await _inbox.LeftOverAsync(CancellationToken.None);
            Assert.Equal((7, start >= Inbox.SuspectStarts), (Assert.Single(left).UpdateId, left[0].IsSuspect));
            Assert.Equal(0, givenUp);
            // Understood, and then the program ends before the answer has gone out.
            await _inbox.UnderstandAsync(left[0], () => Task.FromResult(Answer.None), CancellationToken.None);
        }
    }

    [Fact]
    public async Task An_update_over_which_the_program_ends_each_time_is_given_up()
    {
        await _inbox.TakeInAsync([Typed(7)], CancellationToken.None);
        for (var start = 0; start < Inbox.SuspectStarts + Inbox.MostBegun; start++)
        {
            var (left, _) = await _inbox.LeftOverAsync(CancellationToken.None);
            _ = _inbox.UnderstandAsync(Assert.Single(left), () => new TaskCompletionSource<Answer>().Task, CancellationToken.None);
            await WrittenAsync();
        }

        var (nothing, givenUp) = await _inbox.LeftOverAsync(CancellationToken.None);
        Assert.Empty(nothing);
        Assert.Equal(1, givenUp);

        // What has begun is on disk before it can end the program; the next writer has waited for it.
        Task WrittenAsync() => _database.Database.WriteAsync(_ => Task.CompletedTask, CancellationToken.None);
    }

    [Fact]
    public async Task What_took_effect_before_a_crash_is_known_after_it_and_what_changed_nothing_is_not()
    {
        var taken = await _inbox.TakeInAsync([Typed(7), Typed(8), Typed(9)], CancellationToken.None);
        await _inbox.UnderstandAsync(taken[0], async () =>
        {
            await _database.Database.WriteAsync(_ => Task.CompletedTask, CancellationToken.None);
            return Answer.None;
        }, CancellationToken.None);
        await _inbox.UnderstandAsync(taken[1], () => Task.FromResult(Answer.None), CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _inbox.UnderstandAsync(taken[2], async () =>
        {
            await _database.Database.WriteAsync(_ => throw new InvalidOperationException("rolled back"), CancellationToken.None);
            return Answer.None;
        }, CancellationToken.None));

        var (left, _) = await NewInbox().LeftOverAsync(CancellationToken.None);
        Assert.Equal([true, false, false], left.Select(waiting => waiting.TookEffect));
    }

    [Fact]
    public async Task Where_she_was_when_she_wrote_is_known_after_a_restart()
    {
        var panel = new OpenPanel(new MessageId(3), "1dah");
        _panels.Remember(new ChatId(1001), panel);
        await _inbox.TakeInAsync([Typed(7)], CancellationToken.None);

        var (left, _) = await NewInbox().LeftOverAsync(CancellationToken.None);
        Assert.Equal(panel, Assert.Single(left).Panel);
    }

    [Fact]
    public async Task On_disk_nobody_can_read_who_wrote_or_what_and_afterwards_nothing_is_left()
    {
        await _inbox.TakeInAsync([Typed(7)], CancellationToken.None);
        await using var connection = await _database.Database.OpenAsync(CancellationToken.None);

        var content = await connection.ExecuteScalarAsync<byte[]>("SELECT sealed FROM inbox");
        Assert.DoesNotContain("بورسیه", System.Text.Encoding.UTF8.GetString(content!), StringComparison.Ordinal);
        Assert.DoesNotContain("1001", System.Text.Encoding.UTF8.GetString(content!), StringComparison.Ordinal);
        Assert.Equal("2026-11-25T08:00Z", await connection.ExecuteScalarAsync<string>("SELECT received_at FROM inbox"));

        await _inbox.DoneAsync([7], CancellationToken.None);
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM inbox WHERE sealed IS NOT NULL"));
        _clock.Advance(Inbox.Memory + TimeSpan.FromHours(1));
        await _inbox.ForgetOldAsync(CancellationToken.None);
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM inbox"));
    }

    [Fact]
    public async Task A_kind_that_we_do_not_know_is_remembered_as_seen_and_wants_no_answer() =>
        Assert.Empty(await _inbox.TakeInAsync([new Received(7, Incoming: null)], CancellationToken.None));

    [Fact]
    public void Everything_that_can_come_in_survives_the_seal()
    {
        var chat = new ChatId(1001);
        Incoming[] all =
        [
            new TypedText(chat, new MessageId(1), "متن", "fa", "https://example.org/"),
            new ButtonPress(chat, new MessageId(2), "press", "1dah", "en"),
            new OtherContent(chat, new MessageId(3), Caption: "https://example.org/"),
            new SentFile(chat, new MessageId(4), "file", "list.csv", 12, "ps", "caption"),
            new DoorMoved(chat, Blocked: true),
            new DoorMoved(chat, Blocked: false),
        ];
        Assert.All(all, incoming => Assert.Equal((incoming, null), Sealing.Open(Sealing.Close(incoming, panel: null))));
        var panel = new OpenPanel(new MessageId(7), "1dah");
        Assert.Equal((all[0], panel), Sealing.Open(Sealing.Close(all[0], panel)));
        var kinds = typeof(Incoming).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Incoming)));
        Assert.Equal(kinds.Order(Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name))),
            all.Select(incoming => incoming.GetType()).Distinct().OrderBy(type => type.Name, StringComparer.Ordinal));
    }

    private Inbox NewInbox() => new(_database.Database, Sealing, _panels, _clock);

    public Task DisposeAsync()
    {
        _database.Dispose();
        return Task.CompletedTask;
    }

    private static Received Typed(long id) => new(id, new TypedText(new ChatId(1001), new MessageId((int)id), "بورسیه", "fa"));
}
