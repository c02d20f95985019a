using ResourceBot.Catalogue.Editing;
using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Admins;

/// <summary>Draws what belongs to a draft: its title, its fields, and what is missing.</summary>
internal static class DraftView
{
    private const int FieldsOnPage = 9;

    /// <summary>The page of the list of fields on which a field stands.</summary>
    public static int PageOf(Draft draft, EntryField field) => Math.Max(0, EntryFields.PlaceOf(EntryFields.Editable(draft), field)) / FieldsOnPage;

    /// <summary>What visitors would read as its title.</summary>
    public static string Title(DraftBody body, Language language) =>
        LanguageCodes.All.OrderBy(each => each != language).Select(each => body.GetText($"texts.{each.Code()}.title")).OfType<string>().FirstOrDefault() ?? "";

    /// <summary>The fields with what stands in them, each a button.</summary>
    public static Answer Fields(StaffCall call, Draft draft, DraftBody body, EntryField near, string? notice) =>
        Fields(call, draft, body, PageOf(draft, near), notice);

    /// <inheritdoc cref="Fields(StaffCall, Draft, DraftBody, EntryField, string)"/>
    public static Answer Fields(StaffCall call, Draft draft, DraftBody body, int number, string? notice)
    {
        var all = EntryFields.Editable(draft);
        number = Math.Min(number, (all.Count - 1) / FieldsOnPage);
        var page = call.Page(DraftPages.FieldsAction, draft.Id.Value, number);
        page.Heading(page.Staff.ChangeOne);
        if (draft.InReview) page.Text("⏳ " + page.Staff.EndsReview);
        foreach (var field in all.Skip(number * FieldsOnPage).Take(FieldsOnPage))
        {
            page.Text($"{StaffWords.Field(field, page, page.Staff)}: {Short(FieldText.Show(body, field, page))}");
            page.Row(page.To(StaffWords.Field(field, page, page.Staff), FormPages.OneAction, draft.Id.Value, field.Code));
        }

        StaffLists.PagingRow(page, DraftPages.FieldsAction, number, all.Count, FieldsOnPage, draft.Id.Value);
        page.StaffRow(page.To("", DraftPages.DraftAction, draft.Id.Value));
        return new Answer(page.ToScreen(notice));
    }

    /// <summary>A row with one button for each language in which a visitor may read it.</summary>
    public static void PreviewRow(StaffPage page, string action, object id) => page.Row([.. LanguageCodes.All.Select(language =>
        page.To(Phrase.Fill(page.Staff.Preview, ("language", page.Words.Languages[language.Code()])), action, id, language.Code()))]);

    /// <summary>The names of the fields that keep it from being published.</summary>
    public static IReadOnlyList<string> Missing(Draft draft, StaffPage page)
    {
        var names = new List<string>();
        foreach (var path in draft.Body.Read().Wrong)
        {
            // The short name is made from the title if nobody gives one.
            if (path == "slug" && draft.Body.GetText("slug") is null) continue;
            var field = EntryFields.OfPath(path) ?? EntryFields.All.FirstOrDefault(each => path.StartsWith(each.Path + ".", StringComparison.Ordinal));
            names.Add(field is null ? page.Staff.Fields["title"] : StaffWords.Field(field, page, page.Staff));
        }

        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    internal static string Moment(DateTimeOffset moment, StaffPage page)
    {
        var kabul = moment.ToOffset(KabulTime.Offset);
        var time = kabul.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return $"{DateText.Show(DateOnly.FromDateTime(kabul.DateTime), page.Reader.Language)} {Direction.LeftToRight(Digits.Show(time, page.Reader.Language))}";
    }

    // A line of the list; isolates that a cut would leave open are closed by not cutting inside a value with marks.
    private static string Short(string value)
    {
        const int most = 90;
        if (value.Length <= most) return value;
        var cut = string.Concat(value.Where(c => c is not (>= '\u2066' and <= '\u2069')));
        return Direction.Isolate(cut[..Math.Min(cut.Length, most)].TrimEnd() + "…");
    }
}
