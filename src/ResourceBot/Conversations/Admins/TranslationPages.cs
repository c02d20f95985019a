using ResourceBot.Catalogue.Editing;
using ResourceBot.Conversations.Visitors;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Admins;

/// <summary>What lacks a language, was translated by machine, or is older than its source.</summary>
public sealed class TranslationPages(TranslationStanding translations) : IStaffPages
{
    internal const string ListAction = "tr";
    private const string LanguageAction = "trl";
    private const int PageSize = 8;

    // What a person should work on.
    private static readonly Standing[] Wanting = [Standing.Missing, Standing.OutOfDate, Standing.Machine];

    public IReadOnlyList<StaffAction> Actions =>
    [
        StaffAction.Page(ListAction, Right.EditEntries, ListAsync),
        StaffAction.Page(LanguageAction, Right.EditEntries, LanguageAsync),
    ];

    private async Task<StaffPage> ListAsync(StaffCall call, CancellationToken cancellation)
    {
        var page = call.Page(ListAction);
        page.Heading(page.Staff.Translations);
        foreach (var language in LanguageCodes.All)
        {
            var counts = await translations.CountAsync(language, cancellation);
            var name = page.Words.Languages[language.Code()];
            page.Text($"{name}: " + string.Join(page.Comma, counts.Where(count => count.Value > 0).Select(count =>
                $"{StaffWords.Standing(count.Key, page.Staff)} {Digits.Show(count.Value, page.Reader.Language)}")));
            page.Row([.. Wanting.Where(standing => counts[standing] > 0).Select(standing => page.To(
                $"{name}: {StaffWords.Standing(standing, page.Staff)}", LanguageAction, language.Code(), (int)standing, 0))]);
        }

        page.Gap();
        page.Text(page.Staff.TrChoose);
        page.StaffRow(back: null);
        return page;
    }

    private async Task<StaffPage> LanguageAsync(StaffCall call, CancellationToken cancellation)
    {
        if (LanguageCodes.FromCode(call.Code.Text(0)) is not { } language || call.Code.Number(1) is not (>= 0 and <= (int)Standing.Missing and var place))
            return await ListAsync(call, cancellation);
        var standing = (Standing)place;
        var total = (await translations.CountAsync(language, cancellation))[standing];
        var number = ListLines.Within(call.Code.Page(2), total, PageSize);
        var entries = await translations.ListAsync(language, standing, call.Visit.Reader.Language, number * PageSize, PageSize, cancellation);
        var page = call.Page(LanguageAction, language.Code(), place, number);
        page.Heading($"{page.Words.Languages[language.Code()]}: {StaffWords.Standing(standing, page.Staff)}");
        if (entries.Count == 0) page.Text(page.Staff.TrNone);
        foreach (var (id, title) in entries) page.Row(page.To(StaffLists.Title(title, page), EntryPages.EntryAction, id.Value));
        StaffLists.PagingRow(page, LanguageAction, number, total, PageSize, language.Code(), place);
        page.StaffRow(page.To("", ListAction));
        return page;
    }
}
