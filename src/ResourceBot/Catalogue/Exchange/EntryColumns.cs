using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Exchange;

/// <summary>All columns of a CSV file, in the order of an export. docs/exchange.md describes them for people.</summary>
internal static class EntryColumns
{
    public const string Slug = "slug";

    public static IReadOnlyList<EntryColumn> All { get; } =
    [
        EntryColumn.Text(Slug),
        EntryColumn.List("aliases"),
        EntryColumn.Word("kind", whenEmpty: null),
        EntryColumn.List("topics"),
        EntryColumn.Text("provider"),
        EntryColumn.Text("link"),
        EntryColumn.Word("status"),
        EntryColumn.When("deadline"),
        EntryColumn.When("opens"),
        EntryColumn.Word("inside", "audience.inside"),
        EntryColumn.Word("outside", "audience.outside"),
        EntryColumn.List("audience_countries", "audience.countries"),
        EntryColumn.Word("women_only", "audience.womenOnly"),
        EntryColumn.Number("age_from", "audience.ageFrom"),
        EntryColumn.Number("age_to", "audience.ageTo"),
        EntryColumn.Word("cost"),
        EntryColumn.Word("funding"),
        EntryColumn.List("levels"),
        EntryColumn.List("fields"),
        EntryColumn.List("delivery"),
        EntryColumn.List("countries"),
        EntryColumn.List("languages"),
        EntryColumn.List("documents"),
        EntryColumn.Word("no_passport", "flags.noPassport"),
        EntryColumn.Word("no_grade12", "flags.noGrade12"),
        EntryColumn.Word("no_language_test", "flags.noLanguageTest"),
        EntryColumn.Word("remote", "flags.remote"),
        EntryColumn.Word("little_data", "flags.littleData"),
        EntryColumn.Word("free", "flags.free"),
        EntryColumn.List("phone", "channels.phone"),
        EntryColumn.List("email", "channels.email"),
        EntryColumn.List("whatsapp", "channels.whatsapp"),
        EntryColumn.List("signal", "channels.signal"),
        EntryColumn.List("telegram", "channels.telegram"),
        EntryColumn.List("form", "channels.form"),
        EntryColumn.Text("hours"),
        EntryColumn.Sources("evidence"),
        .. LanguageCodes.All.Select(language => language.Code()).SelectMany(code => (EntryColumn[])
        [
            EntryColumn.Word($"state_{code}", $"texts.{code}.state", whenEmpty: null),
            EntryColumn.Text($"title_{code}", $"texts.{code}.title"),
            EntryColumn.Text($"summary_{code}", $"texts.{code}.summary"),
            EntryColumn.Text($"who_{code}", $"texts.{code}.who"),
            EntryColumn.Text($"how_{code}", $"texts.{code}.how"),
            EntryColumn.Text($"safety_{code}", $"texts.{code}.safety"),
        ]),
    ];

    /// <summary>Columns that an export has for people to see and an import passes over: checks make these dates, files never.</summary>
    public static IReadOnlyList<EntryColumn> ForReadingOnly { get; } =
        [EntryColumn.Text("link_answered_on", "linkAnsweredOn"), EntryColumn.Text("compared_on", "comparedOn")];

    /// <summary>The heading for a path that a mistake was found at; the path itself when no column stands for it.</summary>
    public static string NameOf(string path)
    {
        var bare = path.Split('[')[0];
        // What is missing in every language could stand in any of them.
        if (bare == "texts.title") return string.Join(", ", LanguageCodes.All.Select(language => $"title_{language.Code()}"));
        return All.FirstOrDefault(column => bare == column.Path || bare.StartsWith(column.Path + ".", StringComparison.Ordinal))?.Name ?? path;
    }

    /// <summary>The headings under which two entries differ.</summary>
    public static IReadOnlyList<string> Differences(Resource one, Resource other)
    {
        var (left, right) = (Seeds.EntryJson.Write(one), Seeds.EntryJson.Write(other));
        return [.. All.Where(column => column.Show(column.In(left)) != column.Show(column.In(right))).Select(column => column.Name)];
    }
}
