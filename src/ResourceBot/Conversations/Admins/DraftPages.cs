using ResourceBot.Catalogue.Editing;
using ResourceBot.Chat;
using ResourceBot.Conversations.Visitors;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Admins;

/// <summary>Drafts: the list of them, one of them, and what can be done with it before somebody else reads it.</summary>
public sealed class DraftPages(DraftStore drafts, DraftDesk desk, CardPreview preview, DraftOverview overview, Publishing publishing, Approvals approvals)
    : IStaffPages
{
    internal const string ListAction = "drafts";
    internal const string DraftAction = "draft";
    internal const string FieldsAction = "fields";
    internal const string SeeAction = "see";
    internal const string SendAction = "send";
    internal const string DropAction = "drop";
    internal const string TakeAction = "take";
    internal const string KeepAction = "keep";
    private const string ReallyDropAction = "dodrop";
    private const int PageSize = 8;

    public IReadOnlyList<StaffAction> Actions =>
    [
        StaffAction.Page(ListAction, Right.EditEntries, (call, cancellation) => ListAsync(call, cancellation)),
        WithDraft(DraftAction, (call, draft, cancellation) => overview.DrawAsync(call, draft, notice: null, cancellation)),
        WithDraft(FieldsAction, async (call, draft, cancellation) => draft.Holder == call.Member.Id
            ? DraftView.Fields(call, draft, draft.Body, call.Code.Page(1), notice: null)
            : await overview.DrawAsync(call, draft, notice: null, cancellation)),
        WithDraft(SeeAction, (call, draft, cancellation) => preview.DrawAsync(call, draft, SeeAction, DraftAction, cancellation)),
        WithDraft(SendAction, SendAsync),
        WithDraft(DropAction, (call, draft, _) => Task.FromResult(AskDrop(call, draft))),
        WithDraft(ReallyDropAction, DropAsync),
        WithDraft(TakeAction, TakeAsync),
        WithDraft(KeepAction, async (call, _, cancellation) => new Answer((await ListAsync(call, cancellation)).ToScreen(
            Direction.Examples(call.Phrases.Cancelled, call.Visit.Reader.Language)))),
    ];

    private StaffAction WithDraft(string name, Func<StaffCall, Draft, CancellationToken, Task<Answer>> answer) =>
        new(name, Right.EditEntries, async (call, cancellation) =>
            await drafts.FindAsync(new DraftId(call.Code.Number(0) ?? 0), cancellation) is { } draft
                ? await answer(call, draft, cancellation)
                : new Answer((await ListAsync(call, cancellation)).ToScreen(call.Phrases.DraftGone)));

    private async Task<StaffPage> ListAsync(StaffCall call, CancellationToken cancellation)
    {
        var waiting = (await approvals.ListOpenAsync(DraftStore.ApprovalKind, cancellation)).Select(approval => approval.Subject).ToHashSet(StringComparer.Ordinal);
        var all = (await drafts.ListAsync(cancellation)).OrderBy(draft => draft.Holder != call.Member.Id).ToList();
        var number = ListLines.Within(call.Code.Action == ListAction ? call.Code.Page(0) : 0, all.Count, PageSize);
        var page = call.Page(ListAction, number);
        page.Heading(page.Staff.Drafts);
        if (all.Count == 0) page.Text(page.Staff.NoDrafts);
        foreach (var draft in all.Skip(number * PageSize).Take(PageSize))
        {
            // A request that nobody looked at in time waits no more.
            var mark = waiting.Contains(draft.Subject) ? "⏳ " : draft.InReview ? "⌛ " : draft.Rejected is null ? "📝 " : "↩️ ";
            var whose = draft.Holder == call.Member.Id ? "" : $" – {Direction.Isolate(draft.HolderAlias)}";
            page.Row(page.To(
                mark + StaffLists.Title(DraftView.Title(draft.Body, page.Reader.Language), page) + whose, DraftAction, draft.Id.Value));
        }

        StaffLists.PagingRow(page, ListAction, number, all.Count, PageSize);
        page.Row(page.To(page.Staff.AddEntry, AddPages.AddAction));
        page.StaffRow(back: null);
        return page;
    }

    private async Task<Answer> SendAsync(StaffCall call, Draft draft, CancellationToken cancellation)
    {
        var outcome = await publishing.SendAsync(draft.Id, call.Member, cancellation);
        if (outcome == PublishOutcome.NotAllowed) return Answer.None;
        if (await drafts.FindAsync(draft.Id, cancellation) is not { } sent) return new Answer(Notice: call.Phrases.DraftGone);
        var notice = outcome switch
        {
            PublishOutcome.Done when call.Visit.Rules.Solo => null,
            PublishOutcome.Done => call.Phrases.SentForReview,
            PublishOutcome.Held => Phrase.Fill(call.Phrases.HeldBy, ("alias", Direction.Isolate(sent.HolderAlias))),
            _ => StaffWords.Outcome(outcome, call.Phrases),
        };
        return await overview.DrawAsync(call, sent, notice, cancellation);
    }

    private static Answer AskDrop(StaffCall call, Draft draft)
    {
        var page = call.Page(DropAction, draft.Id.Value);
        page.Text(page.Staff.DiscardSure);
        page.Row(page.To(page.Staff.Discard, ReallyDropAction, draft.Id.Value));
        page.StaffRow(page.To("", DraftAction, draft.Id.Value));
        return new Answer(page.ToScreen());
    }

    private async Task<Answer> DropAsync(StaffCall call, Draft draft, CancellationToken cancellation)
    {
        var notice = await desk.DiscardAsync(draft.Id, call.Member, cancellation)
            ? call.Phrases.Discarded
            : Phrase.Fill(call.Phrases.HeldBy, ("alias", Direction.Isolate(draft.HolderAlias)));
        return new Answer((await ListAsync(call, cancellation)).ToScreen(notice));
    }

    private async Task<Answer> TakeAsync(StaffCall call, Draft draft, CancellationToken cancellation)
    {
        await desk.TakeOverAsync(draft.Id, call.Member, cancellation);
        return await drafts.FindAsync(draft.Id, cancellation) is { } taken
            ? await overview.DrawAsync(call, taken, notice: null, cancellation)
            : new Answer(Notice: call.Phrases.DraftGone);
    }
}
