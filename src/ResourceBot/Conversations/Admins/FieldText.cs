using System.Text.Json.Nodes;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Editing;
using ResourceBot.Conversations.Visitors;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Admins;

/// <summary>The value of a field in the reader's words.</summary>
internal static class FieldText
{
    public static string Show(DraftBody body, EntryField field, StaffPage page)
    {
        var value = body.Get(field.Path);
        return field.Input switch
        {
            FieldInput.Text or FieldInput.Address => OfText(body.GetText(field.Path), field, page),
            FieldInput.Choice or FieldInput.Known => body.GetText(field.Path) is { } code ? Option(field, code, page) : page.Staff.Empty,
            FieldInput.Many => Join(body.GetTexts(field.Path).Select(code => Option(field, code, page)), page),
            FieldInput.Countries => Join(body.GetTexts(field.Path).Select(code => page.Words.Countries.GetValueOrDefault(code, code)), page),
            FieldInput.Values => Join(body.GetTexts(field.Path).Select(Direction.LeftToRight), page),
            FieldInput.Age => value is JsonValue age ? Digits.Show(age.ToString(), page.Reader.Language) : page.Staff.Empty,
            FieldInput.Occasion => value is JsonObject occasion ? Occasion(occasion, page) : page.Staff.Empty,
            _ => Join((value as JsonArray ?? []).OfType<JsonObject>().Select(source => Source(source)), page, "\n"),
        };
    }

    /// <summary>The word for a code that can be chosen.</summary>
    public static string Option(EntryField field, string code, StaffPage page) => field.Path switch
    {
        "kind" => code switch
        {
            "scholarship" => page.Staff.KindScholarship,
            "programme" => page.Staff.KindProgramme,
            _ => page.Staff.KindContact,
        },
        "topics" => Topics.FromCode(code) is { } topic ? TopicNames.Name(topic, page.Phrases) : code,
        "status" => code switch
        {
            "open" => page.Phrases.StatusOpen,
            "suspended" => page.Phrases.MarkSuspended,
            "closed" => page.Phrases.MarkClosed,
            _ => page.Staff.Unknown,
        },
        "cost" => page.Words.Costs.GetValueOrDefault(code, code),
        "funding" => page.Words.Funding.GetValueOrDefault(code, code),
        "levels" => page.Words.Levels.GetValueOrDefault(code, code),
        "fields" => page.Words.Fields.GetValueOrDefault(code, code),
        "documents" => page.Words.Documents.GetValueOrDefault(code, code),
        "delivery" => page.Words.Delivery.GetValueOrDefault(code, code),
        "languages" => page.Words.Languages.GetValueOrDefault(code, code),
        _ => code switch
        {
            "yes" => page.Staff.Yes,
            "no" => page.Staff.No,
            _ => page.Staff.Unknown,
        },
    };

    private static string OfText(string? text, EntryField field, StaffPage page) => text switch
    {
        null => page.Staff.Empty,
        _ when field.Input == FieldInput.Address || field.Path is "slug" or "hours" => Direction.LeftToRight(text),
        _ => Direction.Isolate(ReviewWarnings.Reveal(text)),
    };

    private static string Occasion(JsonObject occasion, StaffPage page)
    {
        var type = occasion["type"]?.ToString();
        return type switch
        {
            "date" => DateText.Show(DateOnly.Parse(occasion["date"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture), page.Reader.Language),
            "yearly" => Phrase.Fill(
                page.Phrases.DeadlineYearly,
                ("date", Direction.LeftToRight(string.Join('-', new[] { occasion["month"], occasion["day"] }.OfType<JsonNode>())))),
            "rolling" => page.Phrases.DeadlineRolling,
            _ => page.Staff.Unknown,
        };
    }

    private static string Source(JsonObject source) =>
        $"{Direction.LeftToRight(source["source"]?.ToString() ?? "")} – {Direction.Isolate(ReviewWarnings.Reveal(source["says"]?.ToString() ?? ""))}"
        + (source["date"] is { } date ? $" ({Direction.LeftToRight(date.ToString())})" : "");

    private static string Join(IEnumerable<string> parts, StaffPage page, string? between = null)
    {
        var joined = string.Join(between ?? page.Comma, parts);
        return joined.Length > 0 ? joined : page.Staff.Empty;
    }
}
