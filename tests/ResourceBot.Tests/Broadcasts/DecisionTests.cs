using ResourceBot.Broadcasts;
using ResourceBot.Catalogue;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Tests.Broadcasts;

public sealed class DecisionTests : IAsyncLifetime
{
    private BroadcastHouse _house = null!;

    public async Task InitializeAsync() => _house = await BroadcastHouse.OpenAsync();

    [Fact]
    public async Task The_writer_never_approves_not_even_when_another_asked()
    {
        var id = await _house.WriteAsync();
        await _house.Decisions.AskAsync(id, _house.Second, CancellationToken.None);

        Assert.Equal(ApprovalOutcome.OwnRequest, await ApproveAsync(id, _house.Writer));
        Assert.Equal(ApprovalOutcome.OwnRequest, await ApproveAsync(id, _house.Second));
        Assert.Equal(BroadcastState.Asked, (await _house.FindAsync(id)).State);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("audience")]
    [InlineData("time")]
    [InlineData("missing")]
    public async Task Any_edit_voids_the_approval_that_was_asked_for(string what)
    {
        var id = await _house.WriteAsync();
        await _house.Decisions.AskAsync(id, _house.Writer, CancellationToken.None);
        var read = await _house.HashAsync(id);

        await _house.Broadcasts.EditAsync(id, before => what switch
        {
            "text" => before with { Texts = new Dictionary<Language, string> { [Language.English] = "Send money." } },
            "audience" => before with { Audience = before.Audience with { Place = Place.Outside } },
            "time" => before with { SendAt = _house.Clock.GetUtcNow().AddDays(1) },
            _ => before with { Missing = MissingText.Skip },
        }, CancellationToken.None);

        Assert.Equal(ApprovalOutcome.NotOpen, await _house.Decisions.ApproveAsync(id, _house.Second, read, CancellationToken.None));
        await _house.Decisions.AskAsync(id, _house.Writer, CancellationToken.None);
        Assert.Equal(ApprovalOutcome.Changed, await _house.Decisions.ApproveAsync(id, _house.Second, read, CancellationToken.None));
        Assert.NotEqual(read, await _house.HashAsync(id));
    }

    [Fact]
    public async Task Nothing_can_be_edited_once_it_is_approved()
    {
        var id = await _house.ApproveAsync();
        Assert.Null(await _house.Broadcasts.EditAsync(id, before => before, CancellationToken.None));
        Assert.False(await _house.Broadcasts.DiscardAsync(id, CancellationToken.None));
    }

    [Fact]
    public async Task A_request_ends_after_a_day()
    {
        var id = await _house.WriteAsync();
        await _house.Decisions.AskAsync(id, _house.Writer, CancellationToken.None);
        _house.Clock.Advance(Approvals.Life);

        Assert.Equal(ApprovalOutcome.Expired, await ApproveAsync(id, _house.Second));
        Assert.Equal(BroadcastState.Draft, (await _house.FindAsync(id)).State);
    }

    [Fact]
    public async Task What_nobody_approved_in_time_is_a_draft_again_and_can_be_asked_for_anew()
    {
        var id = await _house.WriteAsync();
        await _house.Decisions.AskAsync(id, _house.Writer, CancellationToken.None);
        await _house.Decisions.ReturnLapsedAsync(CancellationToken.None);
        Assert.Equal(BroadcastState.Asked, (await _house.FindAsync(id)).State);

        _house.Clock.Advance(Approvals.Life);
        await _house.Decisions.ReturnLapsedAsync(CancellationToken.None);
        Assert.Equal(BroadcastState.Draft, (await _house.FindAsync(id)).State);
        Assert.True(await _house.Decisions.HasLapsedAsync(id, CancellationToken.None));
        Assert.Equal(ApprovalOutcome.Expired, await ApproveAsync(id, _house.Second));

        Assert.Equal(AskOutcome.Asked, await _house.Decisions.AskAsync(id, _house.Writer, CancellationToken.None));
        Assert.False(await _house.Decisions.HasLapsedAsync(id, CancellationToken.None));
        Assert.Equal(ApprovalOutcome.Approved, await ApproveAsync(id, _house.Second));
    }

    [Fact]
    public async Task A_time_that_has_passed_is_neither_asked_for_nor_approved()
    {
        var id = await _house.WriteAsync(draft => draft with { SendAt = _house.Clock.GetUtcNow().AddHours(1) });
        await _house.Decisions.AskAsync(id, _house.Writer, CancellationToken.None);
        _house.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(ApprovalOutcome.TimePassed, await ApproveAsync(id, _house.Second));
        Assert.Equal(BroadcastState.Draft, (await _house.FindAsync(id)).State);
        Assert.Equal(AskOutcome.TimePassed, await _house.Decisions.AskAsync(id, _house.Writer, CancellationToken.None));

        await _house.Broadcasts.EditAsync(id, before => before with { SendAt = null }, CancellationToken.None);
        Assert.Equal(AskOutcome.Asked, await _house.Decisions.AskAsync(id, _house.Writer, CancellationToken.None));
    }

    [Fact]
    public async Task An_audience_that_would_get_nothing_is_not_asked_for()
    {
        var id = await _house.WriteAsync(draft => draft with
        {
            Missing = MissingText.Skip,
            Audience = draft.Audience with { Languages = [Language.Pashto] },
        });
        Assert.Equal(AskOutcome.NobodyMeant, await _house.Decisions.AskAsync(id, _house.Writer, CancellationToken.None));
    }

    [Fact]
    public async Task Of_two_approvals_at_once_one_takes_effect()
    {
        var third = await _house.Staff.AddAsync(1009, Role.Owner);
        var id = await _house.WriteAsync();
        await _house.Decisions.AskAsync(id, _house.Writer, CancellationToken.None);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => ApproveAsync(id, number % 2 == 0 ? third : _house.Second)));

        Assert.Single(outcomes, ApprovalOutcome.Approved);
    }

    [Fact]
    public async Task A_broadcast_without_text_is_not_read_by_anybody()
    {
        var id = await _house.WriteAsync(draft => draft with { Texts = new Dictionary<Language, string>() });
        Assert.Equal(AskOutcome.NoText, await _house.Decisions.AskAsync(id, _house.Writer, CancellationToken.None));
    }

    [Fact]
    public async Task Who_is_not_staff_any_more_approves_nothing()
    {
        var id = await _house.WriteAsync();
        await _house.Decisions.AskAsync(id, _house.Writer, CancellationToken.None);
        await _house.Staff.RevokeAsync(_house.Second);
        Assert.Equal(ApprovalOutcome.NotAllowed, await ApproveAsync(id, _house.Second));
    }

    [Fact]
    public async Task Pulling_the_stop_again_undoes_half_a_restart()
    {
        await _house.Stop.PullAsync(_house.Writer, CancellationToken.None);
        await _house.Stop.AskRestartAsync(_house.Writer, CancellationToken.None);
        await _house.Stop.PullAsync(_house.Second, CancellationToken.None);
        Assert.Equal(ApprovalOutcome.NotOpen, await _house.Stop.RestartAsync(_house.Second, CancellationToken.None));
    }

    [Fact]
    public async Task Each_decision_stands_in_the_audit_trail()
    {
        var id = await _house.ApproveAsync();
        await _house.Audience.FreezeAsync(id, CancellationToken.None);
        await _house.Decisions.PauseAsync(id, _house.Second, CancellationToken.None);
        await _house.Decisions.ResumeAsync(id, _house.Second, CancellationToken.None);
        await _house.Decisions.WithdrawAsync(id, _house.Second, CancellationToken.None);

        var (lines, _) = await _house.Staff.Audit.ListAsync(0, 10, CancellationToken.None);
        Assert.Equal(
            [Deeds.BroadcastWithdrawn, Deeds.BroadcastResumed, Deeds.BroadcastPaused, Deeds.BroadcastApproved, Deeds.BroadcastAsked],
            lines.Select(line => line.Deed));
        Assert.Null((await _house.Staff.Audit.CheckAsync(CancellationToken.None)).FirstBroken);
    }

    public Task DisposeAsync()
    {
        _house.Dispose();
        return Task.CompletedTask;
    }

    private async Task<ApprovalOutcome> ApproveAsync(BroadcastId id, StaffMember who) =>
        await _house.Decisions.ApproveAsync(id, who, await _house.HashAsync(id), CancellationToken.None);
}
