using ResourceBot.Catalogue.Editing;
using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Admins;

/// <summary>Draws a draft: what it is, what is missing, and its fields.</summary>
internal static class DraftView
{
    private const int FieldsOnPage = 9;

    /// <summary>The page of the list of fields on which a field stands.</summary>
    public static int PageOf(Draft draft, EntryField field) => Math.Max(0, EntryFields.PlaceOf(EntryFields.Editable(draft), field)) / FieldsOnPage;

    /// <summary>What visitors would read as its title.</summary>
    public static string Title(DraftBody body, Language language) =>
        LanguageCodes.All.OrderBy(each => each != language).Select(each => body.GetText($"texts.{each.Code()}.title")).OfType<string>().FirstOrDefault() ?? "";

    public static Answer Overview(StaffCall call, Draft draft, string? notice, Approval? waiting = null)
    {
        var page = call.Page(DraftPages.DraftAction, draft.Id.Value);
        var phrases = page.Staff;
        page.Heading(draft.Resource is null ? phrases.DraftNew : phrases.DraftOf);
        page.Text(Direction.Isolate(Title(draft.Body, page.Reader.Language) is { Length: > 0 } title ? title : phrases.Untitled));
        page.Text(Phrase.Fill(phrases.WrittenBy, ("alias", Direction.Isolate(draft.HolderAlias))));
        page.Text(State(draft, waiting, page));
        if (draft.Rejected is { } reason && !draft.InReview)
            page.Text("↩️ " + Phrase.Fill(phrases.RejectedBecause, ("reason", StaffWords.Reason(reason, phrases))));
        page.Gap();
        var wrong = Missing(draft, page);
        page.Text(wrong.Count == 0 ? phrases.NothingMissing : Phrase.Fill(phrases.StillMissing, ("list", string.Join(page.Comma, wrong))));

        if (draft.Holder == call.Member.Id)
        {
            page.Row(
                page.To(phrases.ContinueForm, FormPages.FormAction, draft.Id.Value, draft.Step),
                page.To(phrases.ChangeOne, DraftPages.FieldsAction, draft.Id.Value, 0));
        }

        PreviewRow(page, DraftPages.SeeAction, draft.Id.Value);
        if (draft.Holder == call.Member.Id)
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

    private static string State(Draft draft, Approval? waiting, StaffPage page) =>
        waiting is not null ? $"⏳ {Phrase.Fill(page.Staff.StateReview, ("time", Moment(waiting.ExpiresAt, page)))}"
        : draft.InReview ? $"⌛ {page.Staff.StateReviewOver}"
        : $"📝 {page.Staff.StateDraft}";

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
