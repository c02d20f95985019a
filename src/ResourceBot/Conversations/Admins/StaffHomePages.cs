using ResourceBot.Broadcasts;
using ResourceBot.Catalogue.Editing;
using ResourceBot.Catalogue.Exchange;
using ResourceBot.Catalogue.Suggestions;
using ResourceBot.Catalogue.Truth;
using ResourceBot.Chat;
using ResourceBot.Conversations.Broadcasting;
using ResourceBot.Conversations.Truth;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Admins;

/// <summary>The staff's first page: what waits, and what can be done, each a button.</summary>
public sealed class StaffHomePages(
    DraftStore drafts, Approvals approvals, ChecksDue due, SuggestionStore suggestions, Imports imports, Speech speech) : IStaffPages
{
    public IReadOnlyList<StaffAction> Actions => [StaffAction.Page(StaffDoor.HomeAction, Right.BeStaff, DrawAsync)];

    private async Task<StaffPage> DrawAsync(StaffCall call, CancellationToken cancellation)
    {
        var page = call.Page(StaffDoor.HomeAction);
        var phrases = page.Staff;
        page.Heading(phrases.StaffHome);
        page.Text(Phrase.Fill(
            phrases.YouAre, ("alias", Direction.Isolate(call.Member.Alias)), ("role", StaffWords.Role(call.Member.Role, phrases))));
        page.Gap();
        page.Text(phrases.YourCommands);
        foreach (var command in Commands.For(call.Member.Role).Where(command => command.Needs is not null))
            page.Text($"{Direction.LeftToRight("/" + command.Name)} – {command.Description(speech, page.Reader.Language)}");

        page.Gap();
        page.Text(phrases.KabulTimes);
        if (call.Member.May(Right.EditEntries)) await EntryRowsAsync(page, cancellation);
        if (call.Member.May(Right.CheckTruth)) await TruthRowsAsync(page, cancellation);
        if (call.Member.May(Right.MoveEntries)) await FileRowAsync(page, call.Member, cancellation);
        if (call.Member.May(Right.SeeAudit) && call.Member.May(Right.SeeFigures))
            page.Row(page.To(phrases.Audit, AuditPages.ListAction), ToTruth(page.Of<FigurePhrases>().CommandStats, FigurePages.Action, page));
        if (call.Member.May(Right.WriteBroadcasts)) await BroadcastRowAsync(page, cancellation);
        var last = new List<Button> { page.To(phrases.Factor, SecondFactorPages.OwnAction) };
        if (call.Member.May(Right.ManageStaff)) last.Insert(0, page.To(phrases.Team, TeamPages.ListAction));
        page.Row(last);
        page.WayRow(new HomeView());
        return page;
    }

    private async Task EntryRowsAsync(StaffPage page, CancellationToken cancellation)
    {
        var phrases = page.Staff;
        page.Row(page.To(phrases.AddEntry, AddPages.AddAction), page.To(phrases.EditEntry, EntryPages.FindAction));
        page.Row(
            page.To(Counted(phrases.Drafts, (await drafts.ListAsync(cancellation)).Count, page), DraftPages.ListAction),
            page.To(Counted(phrases.ToReview, (await approvals.ListOpenAsync(DraftStore.ApprovalKind, cancellation)).Count, page), ReviewPages.ListAction));
        page.Row(page.To(phrases.Translations, TranslationPages.ListAction));
    }

    private async Task TruthRowsAsync(StaffPage page, CancellationToken cancellation)
    {
        var waiting = (await due.ListAsync(page.Reader.Language, cancellation)).Count;
        var suggested = (await suggestions.ListAsync(cancellation)).Count;
        page.Row(ToTruth(Counted(page.Of<TruthPhrases>().Queue, waiting, page), TruthPages.Action, page));
        page.Row(ToTruth(Counted(page.Of<SuggestionPhrases>().Suggestions, suggested, page), SuggestionsPages.Action, page));
    }

    // Her own file waits for somebody else, so it is nothing that waits for her.
    private async Task FileRowAsync(StaffPage page, StaffMember member, CancellationToken cancellation)
    {
        var phrases = page.Of<ExchangePhrases>();
        var waiting = (await imports.ListAsync(cancellation)).Count(file => file.IsAsked && file.Sender != member.Id);
        page.Row(ToTruth(Counted(phrases.Import, waiting, page), ImportPages.Action, page), ToTruth(phrases.Export, ExportPages.Action, page));
    }

    private async Task BroadcastRowAsync(StaffPage page, CancellationToken cancellation)
    {
        var waiting = (await approvals.ListOpenAsync(BroadcastStore.ApprovalKind, cancellation)).Count;
        page.Row(new CodeButton(
            Counted(page.Of<BroadcastPhrases>().Broadcasts, waiting, page),
            PartCode.Write(BroadcastPart.Code, page.Reader, BroadcastPart.List, 0)));
    }

    private static CodeButton ToTruth(string label, string action, StaffPage page) =>
        new(label, PartCode.Write(TruthPart.OwnPrefix, page.Reader, action));

    private static string Counted(string label, int count, Page page) => $"{label} ({Digits.Show(count, page.Reader.Language)})";
}
