using Dapper;
using ResourceBot.Chat;
using ResourceBot.People;

namespace ResourceBot.Tests.People;

public sealed class StaffStoreTests : IAsyncLifetime
{
    private StaffHouse _house = null!;

    public async Task InitializeAsync() => _house = await StaffHouse.OpenAsync();

    [Fact]
    public async Task Whoever_was_added_is_found_by_her_chat_and_may_what_her_role_may()
    {
        var admin = await _house.AddAsync(1005, Role.Admin);

        Assert.Equal(admin, await _house.Staff.FindAsync(new ChatId(1005), CancellationToken.None));
        Assert.True(await _house.Staff.MayAsync(new ChatId(1005), Right.EditEntries, CancellationToken.None));
        Assert.False(await _house.Staff.MayAsync(new ChatId(1005), Right.ManageStaff, CancellationToken.None));
        Assert.Null(await _house.Staff.FindAsync(new ChatId(1001), CancellationToken.None));
        Assert.False(await _house.Staff.MayAsync(new ChatId(1001), Right.BeStaff, CancellationToken.None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1005)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public async Task An_impossible_chat_is_nobody(long chat)
    {
        await _house.AddAsync(1005, Role.Owner);

        Assert.Null(await _house.Staff.FindAsync(new ChatId(chat), CancellationToken.None));
    }

    [Fact]
    public async Task A_revoked_one_is_nobody_at_once_and_her_chat_is_forgotten()
    {
        var admin = await _house.AddAsync(1005, Role.Admin);

        await _house.RevokeAsync(admin);

        Assert.Null(await _house.Staff.FindAsync(new ChatId(1005), CancellationToken.None));
        Assert.Empty(await _house.Staff.ListAsync(CancellationToken.None));
        Assert.Empty(await _house.Staff.ChatsAsync(CancellationToken.None));
        await using var connection = await _house.Database.OpenAsync(CancellationToken.None);
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM staff WHERE chat_key IS NOT NULL OR chat_sealed IS NOT NULL"));
    }

    [Fact]
    public async Task She_can_come_back_later_under_another_alias()
    {
        var before = await _house.AddAsync(1005, Role.Admin);
        await _house.RevokeAsync(before);

        var after = await _house.AddAsync(1005, Role.Volunteer);

        Assert.NotEqual(before.Alias, after.Alias);
        Assert.Equal(Role.Volunteer, (await _house.Staff.FindAsync(new ChatId(1005), CancellationToken.None))!.Role);
    }

    [Fact]
    public async Task Aliases_do_not_run_out_and_never_repeat()
    {
        var aliases = new HashSet<string>(StringComparer.Ordinal);
        for (var chat = 1; chat <= 120; chat++) Assert.True(aliases.Add((await _house.AddAsync(chat, Role.Volunteer)).Alias));
    }

    [Fact]
    public async Task Those_who_can_be_reached_are_known_with_their_roles()
    {
        await _house.AddAsync(1009, Role.Owner);
        await _house.AddAsync(1007, Role.Volunteer);

        Assert.Equal(
            [(new ChatId(1009), Role.Owner), (new ChatId(1007), Role.Volunteer)], await _house.Staff.ChatsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task No_chat_id_stands_in_the_database()
    {
        const long chat = 0x11223344556677;
        await _house.AddAsync(chat, Role.Owner);

        await using var connection = await _house.Database.OpenAsync(CancellationToken.None);
        var row = await connection.QuerySingleAsync<(byte[] Key, byte[] Sealed)>("SELECT chat_key, chat_sealed FROM staff");

        byte[] plain = [0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77];
        Assert.Equal(-1, row.Key.AsSpan().IndexOf(plain));
        Assert.Equal(-1, row.Sealed.AsSpan().IndexOf(plain));
    }

    public Task DisposeAsync()
    {
        _house.Dispose();
        return Task.CompletedTask;
    }
}
