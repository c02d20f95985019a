using ResourceBot.Catalogue.Editing;
using ResourceBot.Catalogue.Exchange;
using ResourceBot.Chat;
using ResourceBot.Conversations.Admins;
using ResourceBot.Conversations.Visitors;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Truth;

/// <summary>One entry of an import: all that changes in it, whole, and the card as visitors would see it in each language.</summary>
internal sealed class ImportEntryPages(Imports imports, CardPage card, LinkNeighbours neighbours) : ITruthPages
{
    public const string EntryAction = "fileentry";
    private const string SeeAction = "filecard";

    // Of a message, without its heading and its notices.
    private const int MostLetters = 2800;

    public IReadOnlyList<TruthAction> Actions =>
    [
        TruthAction.ForStaff(EntryAction, Right.MoveEntries, EntryAsync),
        TruthAction.ForStaff(SeeAction, Right.MoveEntries, SeeAsync),
    ];

    private async Task<Answer?> EntryAsync(TruthCall call, StaffVisit visit, CancellationToken cancellation)
    {
        if (await FindAsync(call, cancellation) is not var (id, place, entry)) return Gone(visit);
        var listPage = call.Code.Page(2);
        var draft = visit.Page(TruthPart.OwnPrefix, EntryAction, id, place, listPage, 0);
        var imitations = await neighbours.FindImitationsAsync(ReviewWarnings.Hosts(entry.After), cancellation);
        var pages = Pages(ImportLines.Whole(entry, draft, imitations));
        var number = Math.Min(call.Code.Page(3), pages.Count - 1);
        var page = visit.Page(TruthPart.OwnPrefix, EntryAction, id, place, listPage, number);
        page.Heading(entry.Before is null ? page.Staff.DraftNew : page.Staff.DraftOf);
        page.Line(Markup.Bold(ImportLines.Name(entry)));
        page.Gap();
        foreach (var line in pages[number]) page.Line(line);
        if (pages.Count > 1)
        {
            page.Gap();
            page.Text(Phrase.Fill(
                page.Phrases.Page, ("page", Digits.Show(number + 1, page.Reader.Language)), ("pages", Digits.Show(pages.Count, page.Reader.Language))));
        }

        StaffLists.PagingRow(page, EntryAction, number, pages.Count, 1, id, place, listPage);
        DraftView.PreviewRow(page, SeeAction, $"{id}.{place}.{listPage}");
        page.StaffRow(page.To("", ImportPages.PlanAction, id, listPage));
        return new Answer(page.ToScreen());
    }

    private async Task<Answer?> SeeAsync(TruthCall call, StaffVisit visit, CancellationToken cancellation)
    {
        if (await FindAsync(call, cancellation) is not var (id, place, entry)) return Gone(visit);
        var listPage = call.Code.Page(2);
        var language = LanguageCodes.FromCode(call.Code.Text(3)) ?? visit.Reader.Language;
        var own = visit.Page(TruthPart.OwnPrefix, SeeAction, id, place, listPage, language.Code());
        DraftView.PreviewRow(own, SeeAction, $"{id}.{place}.{listPage}");
        own.StaffRow(own.To("", EntryAction, id, place, listPage, 0));
        var seen = new Page(visit.Speech, visit.Reader with { Language = language }, own.Code);
        card.Preview(seen, entry.After);
        foreach (var row in own.Rows) seen.Row(row);
        return new Answer(seen.ToScreen(visit.Rules.Solo ? visit.Phrases.SoloBanner : null));
    }

    private async Task<(long Id, int Place, PlannedEntry Entry)?> FindAsync(TruthCall call, CancellationToken cancellation) =>
        call.Code.Number(0) is { } id && call.Code.Page(1) is var place
        && await imports.ReadAsync(id, cancellation) is { } read && read.Plan.Problems.Count == 0 && place < read.Plan.Entries.Count
            ? (id, place, read.Plan.Entries[place])
            : null;

    private static Answer Gone(StaffVisit visit)
    {
        var page = visit.Page(TruthPart.OwnPrefix, ImportPages.Action);
        page.Text(page.Of<ExchangePhrases>().Gone);
        page.StaffRow(page.To("", ImportPages.Action));
        return new Answer(page.ToScreen());
    }

    private static List<List<string>> Pages(IReadOnlyList<string> lines)
    {
        List<List<string>> pages = [[]];
        var letters = 0;
        foreach (var line in lines)
        {
            var more = Markup.Letters(line) + 1;
            if (letters + more > MostLetters && pages[^1].Count > 0)
            {
                pages.Add([]);
                letters = 0;
            }

            pages[^1].Add(line);
            letters += more;
        }

        return pages;
    }
}
