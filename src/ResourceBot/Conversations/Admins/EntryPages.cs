using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Editing;
using ResourceBot.Chat;
using ResourceBot.Conversations.Visitors;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Admins;

/// <summary>Entries of the catalogue as staff work with them: found by words, edited, retired, brought back, with their history.</summary>
public sealed class EntryPages(
    EntryShelf shelf, EntryHistory history, DraftDesk desk, CardPreview preview, DraftOverview overview, Publishing publishing) : IStaffPages
{
    internal const string FindAction = "find";
    internal const string EntryAction = "entry";
    private const string FoundAction = "found";
    private const string EditAction = "edit";
    private const string SeeAction = "sees";
    private const string HistoryAction = "hist";
    private const string VersionAction = "ver";
    private const string UndoAction = "undo";
    private const string RetireAction = "retire";
    private const string ReallyRetireAction = "doretire";
    private const int PageSize = 8;
    private const int MostLetters = 3000;

    public IReadOnlyList<StaffAction> Actions =>
    [
        new(FindAction, Right.EditEntries, FindAsync, TakesText: true),
        new(FoundAction, Right.EditEntries, (call, cancellation) => call.Typed is null
            ? FoundAsync(call, PackedWords.Unpack(call.Code.Text(1)) ?? "", call.Code.Page(0), cancellation)
            : FindAsync(call, cancellation), TakesText: true),
        WithEntry(EntryAction, (call, entry, _) => Task.FromResult(new Answer(Entry(call, entry, notice: null)))),
        WithEntry(EditAction, EditAsync),
        WithEntry(SeeAction, (call, entry, _) => Task.FromResult(preview.Draw(
            call, entry.Resource, LanguageCodes.FromCode(call.Code.Text(1)) ?? call.Visit.Reader.Language,
            SeeAction, entry.Resource.Id.Value, EntryAction))),
        WithEntry(HistoryAction, HistoryAsync),
        WithEntry(VersionAction, VersionAsync),
        WithEntry(UndoAction, UndoAsync),
        WithEntry(RetireAction, (call, entry, _) => Task.FromResult(AskRetire(call, entry)), Right.ApproveEntries),
        WithEntry(ReallyRetireAction, RetireAsync, Right.ApproveEntries),
    ];

    private StaffAction WithEntry(
        string name, Func<StaffCall, ShelvedEntry, CancellationToken, Task<Answer>> answer, Right needs = Right.EditEntries) =>
        new(name, needs, async (call, cancellation) =>
            await shelf.FindAsync(new ResourceId(call.Code.Number(0) ?? 0), cancellation) is { } entry
                ? await answer(call, entry, cancellation)
                : new Answer(Ask(call, call.Phrases.FoundNone)));

    private static Screen Ask(StaffCall call, string? notice)
    {
        var page = call.Page(FindAction);
        page.Heading(page.Staff.EditEntry);
        page.Text(page.Staff.FindPrompt);
        page.StaffRow(back: null);
        return page.ToScreen(notice);
    }

    private async Task<Answer> FindAsync(StaffCall call, CancellationToken cancellation)
    {
        if (call.Typed is null) return new Answer(Ask(call, notice: null));
        var typed = TypedValue.Clean(call.Typed);
        // A short name, or a link with one in it, as the share button gives it.
        var name = typed[(typed.LastIndexOf(Commands.Payload(Slug.Parse("x"))[..2], StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0)..];
        if (Slug.TryParse(name) is { } slug && await shelf.FindAsync(slug, cancellation) is { } entry)
            return new Answer(Entry(call, entry, notice: null));
        return await FoundAsync(call, PackedWords.Keep(typed), 0, cancellation);
    }

    private async Task<Answer> FoundAsync(StaffCall call, string words, int number, CancellationToken cancellation)
    {
        var found = await shelf.SearchAsync(
            words.Split(' ', StringSplitOptions.RemoveEmptyEntries), call.Visit.Reader.Language, cancellation);
        if (found.Count == 0) return new Answer(Ask(call, call.Phrases.FoundNone));
        number = ListLines.Within(number, found.Count, PageSize);
        var page = call.Page(FoundAction, number, PackedWords.Pack(words));
        page.Heading(page.Staff.EditEntry);
        page.Text(page.Staff.FindPrompt);
        foreach (var (id, isRetired, title) in found.Skip(number * PageSize).Take(PageSize))
            page.Row(page.To((isRetired ? "🗄 " : "") + StaffLists.Title(title, page), EntryAction, id.Value));
        var row = new List<Button>();
        if (number > 0) row.Add(page.To("‹ " + page.Phrases.Previous, FoundAction, number - 1, PackedWords.Pack(words)));
        if ((number + 1) * PageSize < found.Count) row.Add(page.To(page.Phrases.Next + " ›", FoundAction, number + 1, PackedWords.Pack(words)));
        page.Row(row);
        page.StaffRow(page.To("", FindAction));
        return new Answer(page.ToScreen());
    }

    private static Screen Entry(StaffCall call, ShelvedEntry entry, string? notice)
    {
        var (resource, isRetired) = (entry.Resource, entry.IsRetired);
        var page = call.Page(EntryAction, resource.Id.Value);
        var phrases = page.Staff;
        page.Heading(resource.TextFor(page.Reader.Language).Title);
        page.Text(Direction.LeftToRight(resource.Slug.Value));
        page.Text(isRetired ? "🗄 " + phrases.StateRetired : "✅ " + phrases.StatePublished);
        page.Gap();
        foreach (var language in LanguageCodes.All)
            page.Text($"{page.Words.Languages[language.Code()]}: {StaffWords.Standing(TranslationStanding.Of(resource, language), phrases)}");
        page.Row(
            page.To(isRetired ? phrases.BringBack : phrases.Edit, EditAction, resource.Id.Value),
            page.To(phrases.History, HistoryAction, resource.Id.Value));
        DraftView.PreviewRow(page, SeeAction, resource.Id.Value);
        if (!isRetired && call.Member.May(Right.ApproveEntries)) page.Row(page.To(phrases.Retire, RetireAction, resource.Id.Value));
        page.StaffRow(page.To("", FindAction));
        return page.ToScreen(notice);
    }

    private async Task<Answer> EditAsync(StaffCall call, ShelvedEntry entry, CancellationToken cancellation) =>
        await desk.OpenAsync(call.Member, entry.Resource.Id, body: null, entry.Resource.Original, cancellation) is { } draft
            ? await overview.DrawAsync(call, draft, notice: null, cancellation)
            : Answer.None;

    private async Task<Answer> HistoryAsync(StaffCall call, ShelvedEntry entry, CancellationToken cancellation)
    {
        var id = entry.Resource.Id.Value;
        var versions = await history.ListAsync(entry.Resource.Id, cancellation);
        var number = ListLines.Within(call.Code.Page(1), versions.Count, PageSize);
        var page = call.Page(HistoryAction, id, number);
        page.Heading(page.Staff.History);
        if (versions.Count == 0) page.Text(page.Staff.NoHistory);
        foreach (var version in versions.Skip(number * PageSize).Take(PageSize))
            page.Row(page.To(Line(version, page), VersionAction, id, version.Number));
        StaffLists.PagingRow(page, HistoryAction, number, versions.Count, PageSize, id);
        page.StaffRow(page.To("", EntryAction, id));
        return new Answer(page.ToScreen());
    }

    private async Task<Answer> VersionAsync(StaffCall call, ShelvedEntry entry, CancellationToken cancellation)
    {
        var id = entry.Resource.Id.Value;
        var versions = await history.ListAsync(entry.Resource.Id, cancellation);
        if (versions.FirstOrDefault(version => version.Number == call.Code.Number(1)) is not { } shown)
            return new Answer(Entry(call, entry, call.Phrases.NoHistory));
        var page = call.Page(VersionAction, id, shown.Number);
        page.Heading(Line(shown, page));
        if (shown.Deed.Length > 0) page.Text($"{Direction.Isolate(StaffWords.Who(shown.Who, page.Staff))} {page.Staff.Deeds.GetValueOrDefault(shown.Deed, shown.Deed)}");
        var before = versions.FirstOrDefault(version => version.Number == shown.Number - 1)?.Body ?? DraftBody.Empty();
        Changes.Write(page, before, shown.Body, MostLetters);
        page.Row(page.To("↩️ " + page.Staff.UndoTo, UndoAction, id, shown.Number));
        page.StaffRow(page.To("", HistoryAction, id));
        return new Answer(page.ToScreen());
    }

    private async Task<Answer> UndoAsync(StaffCall call, ShelvedEntry entry, CancellationToken cancellation)
    {
        var versions = await history.ListAsync(entry.Resource.Id, cancellation);
        if (versions.FirstOrDefault(version => version.Number == call.Code.Number(1)) is not { } wanted)
            return new Answer(Entry(call, entry, call.Phrases.NoHistory));
        var draft = await desk.OpenAsync(call.Member, entry.Resource.Id, wanted.Body, entry.Resource.Original, cancellation);
        if (draft is null) return Answer.None;
        return await overview.DrawAsync(
            call, draft,
            draft.Holder == call.Member.Id ? call.Phrases.UndoMade : Phrase.Fill(call.Phrases.HeldBy, ("alias", Direction.Isolate(draft.HolderAlias))),
            cancellation);
    }

    private static Answer AskRetire(StaffCall call, ShelvedEntry entry)
    {
        var page = call.Page(RetireAction, entry.Resource.Id.Value);
        page.Heading(entry.Resource.TextFor(page.Reader.Language).Title);
        page.Text(page.Staff.RetireSure);
        page.Row(page.To(page.Staff.Retire, ReallyRetireAction, entry.Resource.Id.Value));
        page.StaffRow(page.To("", EntryAction, entry.Resource.Id.Value));
        return new Answer(page.ToScreen());
    }

    private async Task<Answer> RetireAsync(StaffCall call, ShelvedEntry entry, CancellationToken cancellation)
    {
        var outcome = await publishing.RetireAsync(entry.Resource.Id, call.Member, cancellation);
        if (outcome == PublishOutcome.NotAllowed) return Answer.None;
        var now = await shelf.FindAsync(entry.Resource.Id, cancellation) ?? entry;
        return new Answer(Entry(call, now, outcome == PublishOutcome.Done ? call.Phrases.Retired : null));
    }

    private static string Line(EntryVersion version, StaffPage page) => version.Deed.Length == 0
        ? page.Staff.VersionFirst
        : Phrase.Fill(
            page.Staff.VersionLine,
            ("number", Digits.Show(version.Number, page.Reader.Language)),
            ("date", DateText.Show(version.On, page.Reader.Language)),
            ("alias", Direction.Isolate(StaffWords.Who(version.Who, page.Staff))));
}
