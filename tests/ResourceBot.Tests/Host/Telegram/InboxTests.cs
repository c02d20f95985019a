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
    private Inbox _inbox = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _inbox = new Inbox(_database.Database, Sealing, _clock);
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

        var (left, _) = await new Inbox(_database.Database, Sealing, _clock).LeftOverAsync(CancellationToken.None);

        Assert.Equal([7, 9], left.Select(waiting => waiting.UpdateId));
        Assert.Equal(new TypedText(new ChatId(1001), new MessageId(7), "بورسیه", "fa"), left[0].Incoming);
    }

    [Fact]
    public async Task An_update_with_which_the_program_never_came_to_an_end_is_given_up()
    {
        await _inbox.TakeInAsync([Typed(7)], CancellationToken.None);
        for (var start = 0; start < Inbox.MostStarts; start++)
            Assert.Single((await _inbox.LeftOverAsync(CancellationToken.None)).Left);

        var (left, givenUp) = await _inbox.LeftOverAsync(CancellationToken.None);

        Assert.Empty(left);
        Assert.Equal(1, givenUp);
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
        Assert.All(all, incoming => Assert.Equal(incoming, Sealing.Open(Sealing.Close(incoming))));
        var kinds = typeof(Incoming).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Incoming)));
        Assert.Equal(kinds.Order(Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name))),
            all.Select(incoming => incoming.GetType()).Distinct().OrderBy(type => type.Name, StringComparer.Ordinal));
    }

    public Task DisposeAsync()
    {
        _database.Dispose();
        return Task.CompletedTask;
    }

    private static Received Typed(long id) => new(id, new TypedText(new ChatId(1001), new MessageId((int)id), "بورسیه", "fa"));
}
