using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Editing;
using ResourceBot.Catalogue.Exchange;
using ResourceBot.Chat;
using ResourceBot.Conversations.Admins;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Truth;

/// <summary>An entry of an import as lines of a page: cut short in the list of all, whole on a page of its own.</summary>
internal static class ImportLines
{
    private const int MostFields = 6;
    private const int ShortValue = 45;
    private const int ShortList = 110;

    // Above it a value is cut into pieces, so that a page can end between two of them.
    private const int LongestPiece = 900;

    /// <summary>The name of an entry with the mark of what happens to it.</summary>
    public static string Name(PlannedEntry entry) => Direction.LeftToRight((entry.Before is null ? "+ " : "* ") + entry.After.Slug);

    /// <summary>A few lines, none longer than a phone shows without trouble.</summary>
    /// <param name="hasMoved">It is not as it was when it was read.</param>
    /// <param name="imitations">Hosts of all entries that only look like known ones.</param>
    public static void WriteShort(StaffPage page, PlannedEntry entry, bool hasMoved, IReadOnlyList<(string Host, string Known)> imitations)
    {
        var phrases = page.Of<ExchangePhrases>();
        page.Line((hasMoved ? "⚠️ " : "") + Markup.Bold(Name(entry)));
        if (entry.Before is null) WriteNew(page, entry.After);
        else
        {
            var changes = ImportChanges.Of(entry, page);
            foreach (var change in changes.Take(MostFields)) page.Line(Line(change, page, text => Cut(text, ShortValue)));
            if (changes.Count > MostFields)
                page.Text(Phrase.Fill(phrases.MoreFields, ("count", Digits.Show(changes.Count - MostFields, page.Reader.Language))));
        }

        foreach (var pair in Of(entry, imitations)) page.Text(StaffWords.LookAlike(pair, page.Staff));
        var warnings = ReviewWarnings.Of(entry.After);
        if (warnings.Count > 0)
            page.Text("⚠️ " + Cut(string.Join(page.Comma, warnings.Select(warning => StaffWords.Warning(warning, page.Staff))), ShortList));
        page.Gap();
    }

    /// <summary>Everything about it, in lines of HTML that a page can end between.</summary>
    public static IReadOnlyList<string> Whole(PlannedEntry entry, StaffPage page, IReadOnlyList<(string Host, string Known)> imitations) =>
    [
        .. Of(entry, imitations).Select(pair => Markup.Escape(StaffWords.LookAlike(pair, page.Staff))),
        .. ReviewWarnings.Of(entry.After).Select(warning => Markup.Escape("⚠️ " + StaffWords.Warning(warning, page.Staff))),
        .. Pieces(string.Join(page.Comma, Hosts(entry.After))).Select(piece => Markup.Escape($"🌐 {piece}")),
        "",
        .. ImportChanges.Of(entry, page).SelectMany(change => Lines(change, page)),
    ];

    private static IEnumerable<(string Host, string Known)> Of(PlannedEntry entry, IReadOnlyList<(string Host, string Known)> imitations) =>
        imitations.Where(pair => ReviewWarnings.Hosts(entry.After).Contains(pair.Host));

    private static void WriteNew(StaffPage page, Resource entry)
    {
        page.Text(Cut(ReviewWarnings.Reveal(entry.TextFor(page.Reader.Language).Title), ShortList));
        page.Text(Cut(ReviewWarnings.Reveal(entry.Provider), ShortList));
        page.Text("🌐 " + Cut(string.Join(page.Comma, Hosts(entry)), ShortList));
        var numbers = entry.Channels.Phone.Concat(entry.Channels.WhatsApp).Concat(entry.Channels.Signal)
            .Distinct(StringComparer.Ordinal).Select(number => Direction.LeftToRight(ReviewWarnings.Reveal(number))).ToList();
        if (numbers.Count > 0) page.Text("📞 " + Cut(string.Join(page.Comma, numbers), ShortList));
    }

    private static IEnumerable<string> Hosts(Resource entry) =>
        ReviewWarnings.Hosts(entry).Select(host => Direction.LeftToRight(ReviewWarnings.Reveal(host)));

    private static string Line(FieldChange change, StaffPage page, Func<string, string> shown)
    {
        var (gone, come) = (string.Join(page.Comma, change.Gone), string.Join(page.Comma, change.Come));
        return $"• {Markup.Bold(change.Label + ":")} "
            + (gone.Length > 0 ? $"<s>{Markup.Escape(shown(gone))}</s> → " : "")
            + Markup.Escape(come.Length > 0 ? shown(come) : page.Staff.Empty);
    }

    private static IEnumerable<string> Lines(FieldChange change, StaffPage page)
    {
        var isShort = change.Gone.Count <= 1 && change.Come.Count <= 1 && change.Gone.Concat(change.Come).Sum(value => value.Length) <= LongestPiece;
        if (isShort) return [Line(change, page, text => text)];
        return
        [
            $"• {Markup.Bold(change.Label + ":")}",
            .. change.Gone.SelectMany(Pieces).Select(piece => $"− <s>{Markup.Escape(piece)}</s>"),
            .. change.Come.SelectMany(Pieces).Select(piece => $"+ {Markup.Escape(piece)}"),
        ];
    }

    private static IEnumerable<string> Pieces(string value) => value.Length <= LongestPiece
        ? [value]
        : Bare(value).Chunk(LongestPiece).Select(piece => Direction.Isolate(new string(piece)));

    private static string Cut(string value, int most)
    {
        var bare = Bare(value);
        if (bare.Length > most) return Direction.Isolate(bare[..(char.IsHighSurrogate(bare[most - 1]) ? most - 1 : most)].TrimEnd() + "…");
        return bare == value ? Direction.Isolate(value) : value;
    }

    // A cut between two isolates would turn the rest of the message around.
    private static string Bare(string value) => string.Concat(value.Where(c => c is not ('\u200E' or '\u200F' or (>= '\u2066' and <= '\u2069'))));
}
