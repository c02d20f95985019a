using ResourceBot.People;

namespace ResourceBot.Tests.People;

public sealed class ApprovalsTests : IAsyncLifetime
{
    private const string Hash = "aaaaaaaabbbbbbbbccccccccdddddddd";
    private StaffHouse _house = null!;
    private StaffMember _writer = null!;
    private StaffMember _second = null!;

    public async Task InitializeAsync()
    {
        _house = await StaffHouse.OpenAsync();
        _writer = await _house.AddAsync(1005, Role.Admin);
        _second = await _house.AddAsync(1006, Role.Admin);
        await RequestAsync(_writer);
    }

    [Fact]
    public async Task A_second_person_approves_what_she_has_read()
    {
        Assert.Equal(ApprovalOutcome.Approved, await ApproveAsync(_second));
        Assert.Null(await _house.Approvals.FindOpenAsync("entry", "7", CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_approves_her_own_request() => Assert.Equal(ApprovalOutcome.OwnRequest, await ApproveAsync(_writer));

    [Fact]
    public async Task In_solo_mode_she_does()
    {
        await _house.Database.WriteAsync(
            transaction => StaffRulesStore.WriteAsync(transaction, new StaffRules(Solo: true, SecondFactor: false), CancellationToken.None),
            CancellationToken.None);

        Assert.Equal(ApprovalOutcome.Approved, await ApproveAsync(_writer));
    }

    [Fact]
    public async Task Of_two_approvals_at_once_one_takes_effect()
    {
        var third = await _house.AddAsync(1009, Role.Owner);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(number => ApproveAsync(number % 2 == 0 ? _second : third)));

        Assert.Single(outcomes, ApprovalOutcome.Approved);
        Assert.Equal(9, outcomes.Count(outcome => outcome == ApprovalOutcome.NotOpen));
    }

    [Fact]
    public async Task What_was_changed_after_it_was_read_is_not_approved() =>
        Assert.Equal(ApprovalOutcome.Changed, await ApproveAsync(_second, hashNow: "eeeeeeeebbbbbbbbccccccccdddddddd"));

    [Fact]
    public async Task What_was_asked_for_again_after_a_change_must_be_read_again()
    {
        const string changed = "eeeeeeeebbbbbbbbccccccccdddddddd";
        await RequestAsync(_writer, changed);

        Assert.Equal(ApprovalOutcome.Changed, await ApproveAsync(_second, read: Hash[..8], hashNow: changed));
        Assert.Equal(ApprovalOutcome.Approved, await ApproveAsync(_second, read: changed[..8], hashNow: changed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("aaaaaaa")]
    public async Task A_button_with_a_shortened_hash_is_worth_nothing(string read) =>
        Assert.Equal(ApprovalOutcome.Changed, await ApproveAsync(_second, read));

    [Fact]
    public async Task After_a_day_it_must_be_asked_for_anew()
    {
        _house.Clock.Advance(Approvals.Life);

        Assert.Null(await _house.Approvals.FindOpenAsync("entry", "7", CancellationToken.None));
        Assert.Empty(await _house.Approvals.ListOpenAsync("entry", CancellationToken.None));
        Assert.Equal(ApprovalOutcome.Expired, await ApproveAsync(_second));
        await RequestAsync(_writer);
        Assert.Equal(ApprovalOutcome.Approved, await ApproveAsync(_second));
    }

    [Fact]
    public async Task A_revoked_approver_approves_nothing()
    {
        await _house.RevokeAsync(_second);

        Assert.Equal(ApprovalOutcome.NotAllowed, await ApproveAsync(_second));
    }

    [Fact]
    public async Task What_a_revoked_requester_asked_for_is_void()
    {
        await _house.RevokeAsync(_writer);

        Assert.Equal(ApprovalOutcome.NotOpen, await ApproveAsync(_second));
    }

    [Fact]
    public async Task Whoever_lacks_the_right_approves_nothing()
    {
        var volunteer = await _house.AddAsync(1007, Role.Volunteer);

        Assert.Equal(ApprovalOutcome.NotAllowed, await ApproveAsync(volunteer));
    }

    [Fact]
    public async Task What_was_rejected_is_not_approved_any_more()
    {
        Assert.True(await _house.WriteAsync(transaction =>
            _house.Approvals.RejectAsync(transaction, "entry", "7", _second.Id, CancellationToken.None)));

        Assert.Equal(ApprovalOutcome.NotOpen, await ApproveAsync(_second));
    }

    [Fact]
    public async Task Subjects_of_two_kinds_with_the_same_number_have_nothing_to_do_with_each_other()
    {
        await _house.WriteAsync(transaction =>
            _house.Approvals.RequestAsync(transaction, "broadcast", "7", Hash, _second, CancellationToken.None));

        Assert.Equal(ApprovalOutcome.Approved, await ApproveAsync(_second));
        Assert.NotNull(await _house.Approvals.FindOpenAsync("broadcast", "7", CancellationToken.None));
    }

    public Task DisposeAsync()
    {
        _house.Dispose();
        return Task.CompletedTask;
    }

    private Task<long> RequestAsync(StaffMember by, string hash = Hash) => _house.WriteAsync(transaction =>
        _house.Approvals.RequestAsync(transaction, "entry", "7", hash, by, CancellationToken.None));

    private Task<ApprovalOutcome> ApproveAsync(StaffMember by, string read = Hash, string hashNow = Hash) => _house.WriteAsync(
        transaction => _house.Approvals.ApproveAsync(
            transaction, "entry", "7", by.Id, Right.ApproveEntries, read, hashNow, CancellationToken.None));
}
