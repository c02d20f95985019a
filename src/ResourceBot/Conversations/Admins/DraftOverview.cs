using ResourceBot.Catalogue.Editing;
using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Admins;

/// <summary>The page of a draft: what it is, how it stands, what is missing, and what can be done with it.</summary>
public sealed class DraftOverview(Approvals approvals)
{
    /// <param name="notice">What to tell her first; null when there is nothing.</param>
    public async Task<Answer> DrawAsync(StaffCall call, Draft draft, string? notice, CancellationToken cancellation)
    {
        var waiting = await approvals.FindOpenAsync(DraftStore.ApprovalKind, draft.Subject, cancellation);
        var isHolder = draft.Holder == call.Member.Id;
        var page = call.Page(DraftPages.DraftAction, draft.Id.Value);
        var phrases = page.Staff;
        page.Heading(draft.Resource is null ? phrases.DraftNew : phrases.DraftOf);
        page.Text(Direction.Isolate(DraftView.Title(draft.Body, page.Reader.Language) is { Length: > 0 } title ? title : phrases.Untitled));
        page.Text(Phrase.Fill(phrases.WrittenBy, ("alias", Direction.Isolate(draft.HolderAlias))));
        page.Text(State(call, draft, waiting, page));
        if (waiting is not null && isHolder) page.Text(phrases.EndsReview);
        if (draft.Rejected is { } reason && !draft.InReview)
            page.Text("↩️ " + Phrase.Fill(phrases.RejectedBecause, ("reason", StaffWords.Reason(reason, phrases))));
        page.Gap();
        var wrong = DraftView.Missing(draft, page);
        page.Text(wrong.Count == 0 ? phrases.NothingMissing : Phrase.Fill(phrases.StillMissing, ("list", string.Join(page.Comma, wrong))));

        if (waiting is not null && MayApprove(call, draft)) page.Row(page.To("👀 " + phrases.ReadAndApprove, ReviewPages.ReadAction, draft.Id.Value));
        if (isHolder)
        {
            page.Row(
                page.To(phrases.ContinueForm, FormPages.FormAction, draft.Id.Value, draft.Step),
                page.To(phrases.ChangeOne, DraftPages.FieldsAction, draft.Id.Value, 0));
        }

        DraftView.PreviewRow(page, DraftPages.SeeAction, draft.Id.Value);
        if (isHolder)
        {
            if (waiting is null && wrong.Count == 0) page.Row(page.To("📨 " + phrases.SendForReview, DraftPages.SendAction, draft.Id.Value));
            page.Row(page.To(phrases.Discard, DraftPages.DropAction, draft.Id.Value));
        }
        else if (waiting is null)
        {
            page.Row(page.To(phrases.TakeOver, DraftPages.TakeAction, draft.Id.Value));
        }

        page.StaffRow(page.To("", DraftPages.ListAction));
        return new Answer(page.ToScreen(notice));
    }

    private static bool MayApprove(StaffCall call, Draft draft) =>
        call.Member.May(Right.ApproveEntries) && (call.Visit.Rules.Solo || !draft.Writers.Contains(call.Member.Id));

    private static string State(StaffCall call, Draft draft, Approval? waiting, StaffPage page)
    {
        if (waiting is null) return draft.InReview ? $"⌛ {page.Staff.StateReviewOver}" : $"📝 {page.Staff.StateDraft}";
        var words = call.Visit.Rules.Solo && MayApprove(call, draft) ? page.Staff.StateReviewSolo : page.Staff.StateReview;
        return $"⏳ {Phrase.Fill(words, ("time", DraftView.Moment(waiting.ExpiresAt, page)))}";
    }
}
