using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Conversations.Bells;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Broadcasts;

public sealed class SubscriberStoreTests : IAsyncLifetime
{
    private static readonly ChatId Her = new(123_456_789_012);
    private BroadcastHouse _house = null!;

    public async Task InitializeAsync() => _house = await BroadcastHouse.OpenAsync();

    [Fact]
    public async Task What_she_asked_for_comes_back_as_she_asked_for_it()
    {
        var wishes = new Wishes(Language.Pashto, TopicSet.Of([Topic.Scholarships, Topic.Work]), Place.Inside, BellForm.Letter, BellHours.Any);
        await _house.Subscribers.SaveAsync(Her, wishes, CancellationToken.None);

        var found = await _house.Subscribers.FindAsync(Her, CancellationToken.None);

        Assert.Equal(wishes, found!.Wishes);
        Assert.Equal(KabulTime.Today(_house.Clock).AddDays(SubscriberStore.LifeDays), found.ExpiresOn);
        Assert.Null(await _house.Subscribers.FindAsync(new ChatId(1), CancellationToken.None));
    }

    [Fact]
    public async Task The_file_does_not_hold_the_number_of_her_chat()
    {
        await _house.Subscribers.SaveAsync(Her, BroadcastHouse.Wishes(), CancellationToken.None);
        await using var connection = await _house.Database.OpenAsync(CancellationToken.None);
        var row = await connection.QuerySingleAsync<(byte[] Key, byte[] Sealed)>("SELECT chat_key, chat_sealed FROM subscriber");
        byte[][] forms = [BitConverter.GetBytes(Her.Value), [.. BitConverter.GetBytes(Her.Value).Reverse()], "123456789012"u8.ToArray()];
        Assert.All(forms, form => Assert.False(row.Key.AsSpan().IndexOf(form) >= 0 || row.Sealed.AsSpan().IndexOf(form) >= 0));
    }

    [Fact]
    public async Task A_row_is_gone_the_day_after_its_last_unless_she_renews()
    {
        var expiry = new Expiry(_house.Subscribers, _house.Clock, NullLogger<Expiry>.Instance);
        await _house.SubscribeAsync(2);
        _house.Clock.Advance(TimeSpan.FromDays(SubscriberStore.LifeDays));
        await expiry.SweepAsync(CancellationToken.None);
        await _house.Subscribers.SaveAsync(new ChatId(BroadcastHouse.FirstChat), BroadcastHouse.Wishes(), CancellationToken.None);

        _house.Clock.Advance(TimeSpan.FromDays(1));
        await expiry.SweepAsync(CancellationToken.None);

        Assert.NotNull(await _house.Subscribers.FindAsync(new ChatId(BroadcastHouse.FirstChat), CancellationToken.None));
        Assert.Equal(1, await _house.AskAsync<long>("SELECT COUNT(*) FROM subscriber"));
    }

    [Fact]
    public async Task Nothing_of_an_expired_row_is_left_in_the_files()
    {
        await _house.SubscribeAsync(1);
        var key = await _house.AskAsync<byte[]>("SELECT chat_key FROM subscriber");
        _house.Clock.Advance(TimeSpan.FromDays(SubscriberStore.LifeDays + 1));

        await new Expiry(_house.Subscribers, _house.Clock, NullLogger<Expiry>.Instance).SweepAsync(CancellationToken.None);

        Assert.False(await _house.IsInTheFilesAsync(key));
    }

    [Fact]
    public async Task A_clock_that_jumps_ten_years_does_not_empty_the_list_and_nothing_is_sent_meanwhile()
    {
        var expiry = new Expiry(_house.Subscribers, _house.Clock, NullLogger<Expiry>.Instance);
        await _house.SubscribeAsync(100);
        var id = await _house.WriteAsync();
        _house.Clock.SetUtcNow(_house.Clock.GetUtcNow().AddYears(10));

        await expiry.SweepAsync(CancellationToken.None);
        Assert.Equal(100, await _house.AskAsync<long>("SELECT COUNT(*) FROM subscriber"));
        Assert.Equal(0, await _house.Audience.CountAsync(await _house.FindAsync(id), CancellationToken.None));

        _house.Clock.Advance(TimeSpan.FromHours(25));
        await expiry.SweepAsync(CancellationToken.None);
        Assert.Equal(0, await _house.AskAsync<long>("SELECT COUNT(*) FROM subscriber"));
    }

    [Fact]
    public async Task The_privacy_page_tells_of_every_column_and_of_none_that_is_not_there()
    {
        await using var connection = await _house.Database.OpenAsync(CancellationToken.None);
        var columns = new List<string>();
        foreach (var table in (string[])["subscriber", "delivery"])
        {
            columns.AddRange((await connection.QueryAsync<string>($"SELECT name FROM pragma_table_info('{table}')"))
                .Select(column => $"{table}.{column}"));
        }

        // Numbers of rows: they say nothing about anybody, and end with the row.
        string[] rowNumbers = ["subscriber.id", "delivery.subscriber_id"];
        Assert.Equal(columns.Except(rowNumbers).Order(StringComparer.Ordinal), KeptFacts.Columns.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_other_table_is_about_a_visitor()
    {
        await using var connection = await _house.Database.OpenAsync(CancellationToken.None);
        var tables = await connection.QueryAsync<string>(
            "SELECT DISTINCT m.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND (c.name LIKE '%chat%' OR c.name LIKE '%subscriber%')");
        Assert.Equal(["delivery", "staff", "subscriber"], tables.Order(StringComparer.Ordinal));
    }

    public Task DisposeAsync()
    {
        _house.Dispose();
        return Task.CompletedTask;
    }
}
