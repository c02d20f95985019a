using ResourceBot.Catalogue.Editing;
using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Admins;

/// <summary>The staff's first page: what waits, and what can be done.</summary>
public sealed class StaffHomePages(DraftStore drafts, Approvals approvals, Speech speech) : IStaffPages
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

        if (call.Member.May(Right.EditEntries))
        {
            page.Row(page.To(phrases.AddEntry, AddPages.AddAction), page.To(phrases.EditEntry, EntryPages.FindAction));
            var written = (await drafts.ListAsync(cancellation)).Count;
            var waiting = (await approvals.ListOpenAsync(DraftStore.ApprovalKind, cancellation)).Count;
            page.Row(
                page.To(Counted(phrases.Drafts, written, page), DraftPages.ListAction),
                page.To(Counted(phrases.ToReview, waiting, page), ReviewPages.ListAction));
            page.Row(page.To(phrases.Translations, TranslationPages.ListAction), page.To(phrases.Audit, AuditPages.ListAction));
        }

        var last = new List<Button> { page.To(phrases.Factor, SecondFactorPages.OwnAction) };
        if (call.Member.May(Right.ManageStaff)) last.Insert(0, page.To(phrases.Team, TeamPages.ListAction));
        page.Row(last);
        page.WayRow(new HomeView());
        return page;
    }

    private static string Counted(string label, int count, Page page) => $"{label} ({Digits.Show(count, page.Reader.Language)})";
}
