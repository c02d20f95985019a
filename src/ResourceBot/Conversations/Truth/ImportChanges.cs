using System.Text.Json.Nodes;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Editing;
using ResourceBot.Catalogue.Exchange;
using ResourceBot.Conversations.Admins;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Truth;

/// <summary>A field that an import changes, in the reader's words, with letters that cannot be seen spelt out.</summary>
/// <param name="Gone">What stands there now and would not; of a list each value of its own.</param>
/// <param name="Come">What would stand there.</param>
internal sealed record FieldChange(string Label, IReadOnlyList<string> Gone, IReadOnlyList<string> Come);

/// <summary>What an import changes in an entry, field by field.</summary>
internal static class ImportChanges
{
    public static IReadOnlyList<FieldChange> Of(PlannedEntry entry, StaffPage page)
    {
        var before = entry.Before is null ? DraftBody.Empty() : DraftBody.Of(entry.Before);
        var after = DraftBody.Of(entry.After);
        return
        [
            .. EntryFields.All.Where(field => !JsonNode.DeepEquals(before.Get(field.Path), after.Get(field.Path)))
                .Select(field => Change(StaffWords.Field(field, page, page.Staff), Values(before, field, page), Values(after, field, page))),
            .. LanguageCodes.All.Select(language => Change(
                    page.Words.Languages[language.Code()], State(entry.Before, language, page), State(entry.After, language, page)))
                .Where(change => change.Gone.Count + change.Come.Count > 0),
        ];
    }

    // Of a list only what is different; of one in another order all of it.
    private static FieldChange Change(string label, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        if (before.SequenceEqual(after, StringComparer.Ordinal)) return new FieldChange(label, [], []);
        var (gone, come) = (before.Except(after, StringComparer.Ordinal).ToList(), after.Except(before, StringComparer.Ordinal).ToList());
        return gone.Count + come.Count > 0 ? new FieldChange(label, gone, come) : new FieldChange(label, before, after);
    }

    private static IReadOnlyList<string> Values(DraftBody body, EntryField field, StaffPage page)
    {
        if (field.Input == FieldInput.Values) return [.. body.GetTexts(field.Path).Select(Shown)];
        if (field.Input == FieldInput.Address) return body.GetText(field.Path) is { } address ? [Shown(address)] : [];
        var text = FieldText.Show(body, field, page);
        return text == page.Staff.Empty ? [] : text.Split('\n');
    }

    private static IReadOnlyList<string> State(Resource? entry, Language language, StaffPage page) =>
        entry is not null && entry.Texts.TryGetValue(language, out var text) ? [StaffWords.Standing(Standing(text.State), page.Staff)] : [];

    private static Standing Standing(TranslationState state) => state switch
    {
        TranslationState.Original => Catalogue.Editing.Standing.Original,
        TranslationState.Person => Catalogue.Editing.Standing.Person,
        _ => Catalogue.Editing.Standing.Machine,
    };

    private static string Shown(string value) => Direction.LeftToRight(ReviewWarnings.Reveal(value));
}
