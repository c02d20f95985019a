using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Visitors;

/// <summary>What all lists share: one button an entry, the paging row, the count.</summary>
internal static class ListLines
{
    public const int PageSize = 6;

    // Phones show about this many letters of a button that fills the row.
    private const int LabelLength = 44;

    public static string Label(ResourceLine line, Phrases phrases)
    {
        var mark = line switch
        {
            { Status: ResourceStatus.Closed } => $"✖ {phrases.MarkClosed}: ",
            { Status: ResourceStatus.Suspended } => $"⏸ {phrases.MarkSuspended}: ",
            { Rests: true } => $"⏳ {phrases.MarkPassed}: ",
            { IsStale: true } => "⌛ ",
            _ => "",
        };
        return Cut(mark + line.Title);
    }

    public static string Count(int count, Page page) => Phrase.Fill(
        count == 1 ? page.Phrases.CountOne : page.Phrases.CountMany, ("count", Digits.Show(count, page.Reader.Language)));

    /// <summary>"Page 2 of 5", or nothing when there is only one.</summary>
    public static string? PageOf(int current, int total, Page page) =>
        total <= PageSize ? null : Phrase.Fill(
            page.Phrases.Page,
            ("page", Digits.Show(current + 1, page.Reader.Language)),
            ("pages", Digits.Show(Pages(total), page.Reader.Language)));

    /// <summary>The page itself, or the last one there is: a code can name any.</summary>
    public static int Within(int page, int total, int pageSize = PageSize) => Math.Clamp(page, 0, Math.Max(0, (total - 1) / pageSize));

    public static int Pages(int total) => Math.Max(1, (total + PageSize - 1) / PageSize);

    /// <param name="to">The view of another page of the same list.</param>
    public static void PagingRow(Page page, int current, int total, Func<int, View> to)
    {
        var row = new List<Button>();
        if (current > 0) row.Add(page.To("‹ " + page.Phrases.Previous, to(current - 1)));
        if (current + 1 < Pages(total)) row.Add(page.To(page.Phrases.Next + " ›", to(current + 1)));
        page.Row(row);
    }

    /// <summary>A label as long as a phone shows it, cut at a word.</summary>
    public static string Cut(string label)
    {
        if (label.Length <= LabelLength) return label;
        var space = label.LastIndexOf(' ', LabelLength - 1);
        return label[..(space > LabelLength / 2 ? space : LabelLength - 1)].TrimEnd(' ', '،', ',', '–', '-') + "…";
    }
}
