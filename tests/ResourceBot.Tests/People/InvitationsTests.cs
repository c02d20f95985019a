using ResourceBot.Chat;
using ResourceBot.People;

namespace ResourceBot.Tests.People;

public sealed class InvitationsTests : IAsyncLifetime
{
    private StaffHouse _house = null!;
    private StaffMember _owner = null!;

    public async Task InitializeAsync()
    {
        _house = await StaffHouse.OpenAsync();
        _owner = await _house.AddAsync(1009, Role.Owner);
    }

    [Fact]
    public async Task An_invitation_makes_one_person_staff_and_then_is_used_up()
    {
        var code = await InviteAsync(Role.Admin);

        var first = await UseAsync(1005, code);
        var second = await UseAsync(1006, code);

        Assert.Equal(Role.Admin, first!.Member.Role);
        Assert.Null(second);
        Assert.Null(await _house.Staff.FindAsync(new ChatId(1006), CancellationToken.None));
    }

    [Fact]
    public async Task Of_many_who_use_it_at_once_one_gets_in()
    {
        var code = await InviteAsync(Role.Admin);

        var welcomed = await Task.WhenAll(Enumerable.Range(2000, 10).Select(chat => UseAsync(chat, code)));

        Assert.Single(welcomed.OfType<Welcomed>());
    }

    [Fact]
    public async Task An_old_invitation_is_worth_nothing()
    {
        var code = await InviteAsync(Role.Admin);
        _house.Clock.Advance(Invitations.Life);

        Assert.Null(await UseAsync(1005, code));
    }

    [Fact]
    public async Task An_invitation_of_an_owner_who_was_revoked_is_worth_nothing()
    {
        await _house.AddAsync(1010, Role.Owner);
        var code = await InviteAsync(Role.Admin);
        await _house.RevokeAsync(_owner);

        Assert.Null(await UseAsync(1005, code));
    }

    [Fact]
    public async Task An_invitation_to_less_than_she_is_takes_nothing_away()
    {
        var welcomed = await UseAsync(1009, await InviteAsync(Role.Volunteer));

        Assert.Equal(Role.Owner, welcomed!.Member.Role);
    }

    [Fact]
    public async Task The_claim_code_makes_an_owner_only_while_there_is_none()
    {
        var code = await _house.WriteAsync(transaction => _house.Invitations.ClaimCodeAsync(transaction, CancellationToken.None));
        Assert.Null(await UseAsync(1001, code));

        await _house.RevokeAsync(_owner);
        Assert.Equal(Role.Owner, (await UseAsync(1001, code))!.Member.Role);
    }

    [Fact]
    public async Task Each_start_prints_a_new_claim_code_and_the_old_one_stops_working()
    {
        await _house.RevokeAsync(_owner);
        var old = await _house.WriteAsync(transaction => _house.Invitations.ClaimCodeAsync(transaction, CancellationToken.None));
        var fresh = await _house.WriteAsync(transaction => _house.Invitations.ClaimCodeAsync(transaction, CancellationToken.None));

        Assert.Null(await UseAsync(1001, old));
        Assert.NotNull(await UseAsync(1001, fresh));
    }

    public Task DisposeAsync()
    {
        _house.Dispose();
        return Task.CompletedTask;
    }

    private Task<string> InviteAsync(Role role) =>
        _house.WriteAsync(transaction => _house.Invitations.InviteAsync(transaction, _owner, role, CancellationToken.None));

    private Task<Welcomed?> UseAsync(long chat, string code) =>
        _house.WriteAsync(transaction => _house.Invitations.UseAsync(transaction, new ChatId(chat), code, CancellationToken.None));
}
