using System.Globalization;
using ResourceBot.Broadcasts;
using ResourceBot.Broadcasts.Sending;
using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Figures;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Broadcasting;

/// <summary>The list of broadcasts, the page of one, and what staff decide about it.</summary>
public sealed class BroadcastWatching(
    BroadcastStore broadcasts, BroadcastDecisions decisions, AudienceStore audience, SendingStop stop, Report report, IFigureDrawing drawing,
    ResourceStore resources, BroadcastPace pace, Speech speech, TimeProvider clock)
{
    private const int PageSize = 6;

    private readonly DraftPages _drafts = new(audience, resources, speech, clock);

    public async Task<Answer> ListAsync(StaffVisit visit, int number, string? notice, CancellationToken cancellation)
    {
        var phrases = speech.Of<BroadcastPhrases>(visit.Reader.Language);
        await decisions.ReturnLapsedAsync(cancellation);
        // One more than shown tells whether there is a next page.
        var found = await broadcasts.ListAsync(number * PageSize, PageSize + 1, cancellation);
        if (found.Count == 0 && number > 0) return await ListAsync(visit, 0, notice, cancellation);
        var page = visit.Page(BroadcastPart.Code, BroadcastPart.List, number);
        page.Heading($"📣 {phrases.Broadcasts}");
        var stopped = await stop.FindAsync(cancellation);
        if (stopped is not null) page.Text(Names.Stop(stopped, phrases, visit.Reader.Language));
        if (found.Count == 0) page.Text(phrases.None);
        foreach (var broadcast in found.Take(PageSize))
        {
            page.Row(page.To(
                $"{Names.Title(broadcast, phrases, visit.Reader.Language)} · {Names.State(broadcast, phrases, stopped is not null)}", BroadcastPart.Show, broadcast.Id.Value));
        }

        var paging = new List<Button>();
        if (number > 0) paging.Add(page.To("‹ " + page.Phrases.Previous, BroadcastPart.List, number - 1));
        if (found.Count > PageSize) paging.Add(page.To(page.Phrases.Next + " ›", BroadcastPart.List, number + 1));
        page.Row(paging);
        page.Row(page.To($"➕ {phrases.New}", BroadcastPart.New));
        page.Row(stopped is null
            ? page.To($"⛔ {phrases.StopNow}", BroadcastPart.StopNow)
            : page.To($"⛔ {phrases.Restart}", BroadcastPart.StopPage));
        page.StaffRow(back: null);
        return new Answer(page.ToScreen(notice));
    }

    public async Task<Answer?> AnswerAsync(StaffVisit visit, PartCode code, BroadcastId id, CancellationToken cancellation)
    {
        var phrases = speech.Of<BroadcastPhrases>(visit.Reader.Language);
        switch (code.Action)
        {
            case BroadcastPart.Show:
                return await ShowAsync(visit, id, notice: null, cancellation);
            case BroadcastPart.Approve:
                var outcome = await decisions.ApproveAsync(id, visit.Member, code.Text(1), cancellation);
                return await ShowAsync(visit, id, OutcomeText(outcome, phrases, visit.Phrases), cancellation);
            case BroadcastPart.Reject:
                var rejected = await decisions.RejectAsync(id, visit.Member, cancellation);
                return await ShowAsync(visit, id, rejected ? visit.Phrases.Rejected : visit.Phrases.OutcomeNotOpen, cancellation);
            case BroadcastPart.Pause:
                await decisions.PauseAsync(id, visit.Member, cancellation);
                return await ShowAsync(visit, id, notice: null, cancellation);
            case BroadcastPart.Resume:
                await decisions.ResumeAsync(id, visit.Member, cancellation);
                return await ShowAsync(visit, id, notice: null, cancellation);
            case BroadcastPart.Cancel:
                return Sure(visit, code, phrases.CancelSure, (phrases.Cancel, BroadcastPart.CancelSure), phrases.LeaveIt, id);
            case BroadcastPart.CancelSure:
                await decisions.CancelAsync(id, visit.Member, cancellation);
                return await ShowAsync(visit, id, notice: null, cancellation);
            case BroadcastPart.Withdraw:
                return Sure(visit, code, phrases.WithdrawSure, (phrases.Withdraw, BroadcastPart.WithdrawSure), phrases.LeaveIt, id);
            case BroadcastPart.WithdrawSure:
                await decisions.WithdrawAsync(id, visit.Member, cancellation);
                return await ShowAsync(visit, id, notice: null, cancellation);
            case BroadcastPart.Picture or BroadcastPart.Table:
                return await FileAsync(visit, code.Action, id, cancellation);
            default:
                return null;
        }
    }

    /// <summary>The page of a broadcast as it stands: being written, being read, or on its way.</summary>
    public async Task<Answer?> ShowAsync(StaffVisit visit, BroadcastId id, string? notice, CancellationToken cancellation)
    {
        await decisions.ReturnLapsedAsync(cancellation);
        if (await broadcasts.FindAsync(id, cancellation) is not { } broadcast) return null;
        var page = visit.Page(BroadcastPart.Code, BroadcastPart.Show, id.Value);
        if (broadcast.CanBeEdited) await _drafts.DrawAsync(page, visit, broadcast, await decisions.HasLapsedAsync(id, cancellation), cancellation);
        else RunPage.Draw(page, speech, broadcast, await stop.FindAsync(cancellation), pace, clock.GetUtcNow());
        return new Answer(page.ToScreen(notice));
    }

    private static Answer Sure(
        StaffVisit visit, PartCode code, string question, (string Label, string Action) yes, string no, BroadcastId id)
    {
        var page = visit.Page(BroadcastPart.Code, code.Action, id.Value);
        page.Text(question);
        page.Row(page.To(yes.Label, yes.Action, id.Value), page.To(no, BroadcastPart.Show, id.Value));
        return new Answer(page.ToScreen());
    }

    private async Task<Answer?> FileAsync(StaffVisit visit, string action, BroadcastId id, CancellationToken cancellation)
    {
        if (await broadcasts.FindAsync(id, cancellation) is not { FrozenAt: not null } broadcast) return null;
        var name = $"broadcast-{id.Value.ToString(CultureInfo.InvariantCulture)}";
        var lines = await report.ReadAsync(broadcast, cancellation);
        if (action == BroadcastPart.Table) return new Answer(Files: [new OutgoingFile($"{name}.csv", Report.ToCsv(broadcast, lines))]);
        var picture = drawing.Draw(ReportChart.Make(broadcast, lines, speech, visit.Reader.Language));
        return new Answer(Files: [new OutgoingFile($"{name}.png", picture, IsPicture: true)]);
    }

    private static string OutcomeText(ApprovalOutcome outcome, BroadcastPhrases phrases, StaffPhrases staff) => outcome switch
    {
        ApprovalOutcome.Approved => phrases.Approved,
        ApprovalOutcome.OwnRequest => staff.OutcomeOwn,
        ApprovalOutcome.Expired => staff.OutcomeExpired,
        ApprovalOutcome.TimePassed => phrases.TimePassed,
        ApprovalOutcome.Changed => staff.OutcomeChanged,
        _ => staff.OutcomeNotOpen,
    };
}
