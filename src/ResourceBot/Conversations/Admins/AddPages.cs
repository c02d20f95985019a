using ResourceBot.Catalogue.Editing;
using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Admins;

/// <summary>The beginning of a new entry: its link first, so that what is here already shows before anything is typed.</summary>
public sealed class AddPages(DraftDesk desk, DraftStore drafts, LinkNeighbours neighbours) : IStaffPages
{
    internal const string AddAction = "add";
    private const string NoLinkAction = "nolink";
    internal const string NearAction = "near";

    public IReadOnlyList<StaffAction> Actions =>
    [
        new(AddAction, Right.EditEntries, AddAsync, TakesText: true),
        new(NoLinkAction, Right.EditEntries, WithoutLinkAsync),
        new(NearAction, Right.EditEntries, NearAsync, TakesText: true),
    ];

    private async Task<Answer> AddAsync(StaffCall call, CancellationToken cancellation)
    {
        if (await BeginAsync(call, cancellation) is { } id) return await DrawNearAsync(call, id, notice: null, cancellation);
        var page = call.Page(AddAction);
        page.Heading(page.Staff.AddEntry);
        page.Say(page.Staff.AddPrompt);
        page.Row(page.To(page.Staff.WithoutLink, NoLinkAction));
        page.StaffRow(back: null);
        return new Answer(page.ToScreen(NotAnAddress(call)));
    }

    // The draft that begins with the link she typed; null when it is none.
    private async Task<DraftId?> BeginAsync(StaffCall call, CancellationToken cancellation) =>
        call.Typed is { } typed && TypedValue.Address(TypedValue.Clean(typed)) is { } link
            ? await desk.BeginAsync(call.Member, link, call.Visit.Reader.Language, cancellation)
            : null;

    private static string? NotAnAddress(StaffCall call) =>
        call.Typed is null ? null : Direction.Examples(call.Phrases.NotAnAddress, call.Visit.Reader.Language);

    private async Task<Answer> WithoutLinkAsync(StaffCall call, CancellationToken cancellation) =>
        await desk.BeginAsync(call.Member, link: null, call.Visit.Reader.Language, cancellation) is { } id
        && await drafts.FindAsync(id, cancellation) is { } draft
            ? FormPages.AskFirst(call, draft)
            : Answer.None;

    // A link typed here is looked at instead of the one before.
    private async Task<Answer> NearAsync(StaffCall call, CancellationToken cancellation) =>
        await BeginAsync(call, cancellation) is { } id
            ? await DrawNearAsync(call, id, notice: null, cancellation)
            : await DrawNearAsync(call, new DraftId(call.Code.Number(0) ?? 0), NotAnAddress(call), cancellation);

    private async Task<Answer> DrawNearAsync(StaffCall call, DraftId id, string? notice, CancellationToken cancellation)
    {
        if (await drafts.FindAsync(id, cancellation) is not { } draft || draft.Body.GetText("link") is not { } link)
            return new Answer(Notice: call.Phrases.DraftGone);
        var near = await neighbours.FindAsync(link, call.Visit.Reader.Language, id, cancellation);
        var page = call.Page(NearAction, id.Value);
        var phrases = page.Staff;
        page.Heading(phrases.AddEntry);
        page.Text(Direction.LeftToRight(link));
        page.Gap();
        if (near.IsEmpty) page.Text(phrases.NeighboursNone);
        if (near.LooksLike is { } host) page.Text("⚠️ " + Phrase.Fill(phrases.NeighboursAlike, ("host", Direction.LeftToRight(host))));
        if (near.Same.Count + near.Drafts.Count > 0) page.Text("⛔ " + phrases.NeighboursSame);
        foreach (var (entry, title) in near.Same) page.Row(page.To(StaffLists.Title(title, page), EntryPages.EntryAction, entry.Value));
        foreach (var other in near.Drafts)
            page.Row(page.To($"{phrases.StateDraft} {Digits.Show((int)other.Value, page.Reader.Language)}", DraftPages.DraftAction, other.Value));
        if (near.SameSite.Count > 0) page.Text(phrases.NeighboursHost);
        foreach (var (entry, title) in near.SameSite) page.Row(page.To(StaffLists.Title(title, page), EntryPages.EntryAction, entry.Value));
        var first = EntryFields.Steps(draft.Body, draft.Language)[1];
        page.Row(page.To(near.IsEmpty ? phrases.Begin : phrases.ItIsNew, FormPages.FormAction, id.Value, first.Code));
        page.Row(page.To(phrases.Discard, DraftPages.DropAction, id.Value));
        page.StaffRow(back: null);
        return new Answer(page.ToScreen(notice));
    }
}
