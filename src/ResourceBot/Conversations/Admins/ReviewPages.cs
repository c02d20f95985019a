using ResourceBot.Catalogue.Editing;
using ResourceBot.Chat;
using ResourceBot.Conversations.Visitors;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Admins;

/// <summary>The second person reads: what changes, which websites it names, what to look at twice; then approves or sends back.</summary>
public sealed class ReviewPages(
    DraftStore drafts, EntryShelf shelf, CardPreview preview, Publishing publishing, Approvals approvals, LinkNeighbours neighbours) : IStaffPages
{
    internal const string ListAction = "review";
    internal const string ReadAction = "read";
    private const string SeeAction = "reads";
    private const string ApproveAction = "yes";
    private const string RejectAction = "no";
    private const int PageSize = 8;

    // Of the hash, in the button: so that what is approved is what was read.
    private const int HashLetters = 12;

    // A message holds 4096 letters; the buttons must never be lost to a long text.
    private const int MostLetters = 3000;

    internal static readonly IReadOnlyList<string> Reasons = ["facts", "source", "language", "twice", "danger"];

    public IReadOnlyList<StaffAction> Actions =>
    [
        StaffAction.Page(ListAction, Right.ApproveEntries, ListAsync),
        WithDraft(ReadAction, async (call, draft, cancellation) => new Answer(await ReadAsync(call, draft, notice: null, cancellation))),
        WithDraft(SeeAction, (call, draft, cancellation) => preview.DrawAsync(call, draft, SeeAction, ReadAction, cancellation)),
        WithDraft(ApproveAction, ApproveAsync, guarded: true),
        WithDraft(RejectAction, RejectAsync),
    ];

    private StaffAction WithDraft(string name, Func<StaffCall, Draft, CancellationToken, Task<Answer>> answer, bool guarded = false) =>
        new(name, Right.ApproveEntries, async (call, cancellation) =>
            await drafts.FindAsync(new DraftId(call.Code.Number(0) ?? 0), cancellation) is { } draft
                ? await answer(call, draft, cancellation)
                : new Answer((await ListAsync(call, cancellation)).ToScreen(call.Phrases.OutcomeNotOpen)), guarded);

    private async Task<StaffPage> ListAsync(StaffCall call, CancellationToken cancellation)
    {
        var waiting = await approvals.ListOpenAsync(DraftStore.ApprovalKind, cancellation);
        var number = ListLines.Within(call.Code.Action == ListAction ? call.Code.Page(0) : 0, waiting.Count, PageSize);
        var byId = (await drafts.ListAsync(cancellation)).ToDictionary(draft => draft.Subject, StringComparer.Ordinal);
        var page = call.Page(ListAction, number);
        page.Heading(page.Staff.ToReview);
        if (waiting.Count == 0) page.Text(page.Staff.NothingToReview);
        foreach (var draft in waiting.Select(each => byId.GetValueOrDefault(each.Subject)).OfType<Draft>().Skip(number * PageSize).Take(PageSize))
            page.Row(page.To(StaffLists.Title(DraftView.Title(draft.Body, page.Reader.Language), page), ReadAction, draft.Id.Value));
        StaffLists.PagingRow(page, ListAction, number, waiting.Count, PageSize);
        page.StaffRow(back: null);
        return page;
    }

    private async Task<Screen> ReadAsync(StaffCall call, Draft draft, string? notice, CancellationToken cancellation)
    {
        var page = call.Page(ReadAction, draft.Id.Value);
        var phrases = page.Staff;
        var resource = draft.Body.Read().Resource;
        page.Heading(draft.Resource is null ? phrases.DraftNew : phrases.DraftOf);
        page.Text(Phrase.Fill(phrases.WrittenBy, ("alias", Direction.Isolate(draft.HolderAlias))));
        if (draft.Resource is { } entry && await shelf.FindAsync(entry, cancellation) is { IsRetired: true })
            page.Text($"🗄 {phrases.StateRetired}. {phrases.BringBack}:");
        foreach (var warning in ReviewWarnings.Of(resource)) page.Text("⚠️ " + StaffWords.Warning(warning, phrases));
        foreach (var pair in await neighbours.FindImitationsAsync(ReviewWarnings.Hosts(resource), cancellation)) page.Text(StaffWords.LookAlike(pair, phrases));
        page.Text("🌐 " + Phrase.Fill(phrases.Hosts, ("list", string.Join(page.Comma, ReviewWarnings.Hosts(resource).Select(Direction.LeftToRight)))));
        page.Gap();
        Changes.Write(page, draft.Base ?? DraftBody.Empty(), draft.Body, MostLetters);
        page.Gap();
        page.Text(Phrase.Fill(phrases.ContentMark, ("hash", Direction.LeftToRight(draft.Hash[..HashLetters]))));
        DraftView.PreviewRow(page, SeeAction, draft.Id.Value);
        page.Row(
            page.To("✅ " + phrases.Approve, ApproveAction, draft.Id.Value, draft.Hash[..HashLetters]),
            page.To("↩️ " + phrases.Reject, RejectAction, draft.Id.Value));
        page.StaffRow(page.To("", ListAction));
        return page.ToScreen(notice);
    }

    private async Task<Answer> ApproveAsync(StaffCall call, Draft draft, CancellationToken cancellation)
    {
        var outcome = await publishing.ApproveAsync(draft.Id, call.Member, call.Code.Text(1), cancellation);
        if (outcome == PublishOutcome.NotAllowed) return Answer.None;
        if (outcome == PublishOutcome.Done) return new Answer((await ListAsync(call, cancellation)).ToScreen(call.Phrases.Published));
        var notice = StaffWords.Outcome(outcome == PublishOutcome.Gone ? PublishOutcome.NotOpen : outcome, call.Phrases);
        return await drafts.FindAsync(draft.Id, cancellation) is { } there && outcome is PublishOutcome.Changed or PublishOutcome.Own
            ? new Answer(await ReadAsync(call, there, notice, cancellation))
            : new Answer((await ListAsync(call, cancellation)).ToScreen(notice));
    }

    private async Task<Answer> RejectAsync(StaffCall call, Draft draft, CancellationToken cancellation)
    {
        var reason = call.Code.Text(1);
        if (!Reasons.Contains(reason))
        {
            var page = call.Page(RejectAction, draft.Id.Value);
            page.Text(page.Staff.RejectWhy);
            foreach (var each in Reasons) page.Row(page.To(StaffWords.Reason(each, page.Staff), RejectAction, draft.Id.Value, each));
            page.StaffRow(page.To("", ReadAction, draft.Id.Value));
            return new Answer(page.ToScreen());
        }

        var outcome = await publishing.RejectAsync(draft.Id, call.Member, reason, cancellation);
        return new Answer((await ListAsync(call, cancellation)).ToScreen(
            outcome == PublishOutcome.Done ? call.Phrases.Rejected : call.Phrases.OutcomeNotOpen));
    }
}
