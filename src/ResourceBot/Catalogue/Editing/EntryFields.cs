using ResourceBot.Catalogue.Seeds;
using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Editing;

/// <summary>Every field of an entry that staff can write, and the order in which the form asks for them.</summary>
public static class EntryFields
{
    private static readonly string[] Kinds = Words<ResourceKind>();
    private static readonly string[] TextNames = ["title", "summary", "who", "how", "safety"];

    private static readonly IReadOnlyList<EntryField> BeforeTexts =
    [
        new("link", FieldInput.Address, "link"),
        new("kind", FieldInput.Choice, "choice", Kinds, Optional: false),
        new("topics", FieldInput.Many, "many", [.. Topics.All.Select(topic => topic.Code())], Optional: false),
        new("provider", FieldInput.Text, "provider", MaxLength: SeedEntry.MaxName, Optional: false),
    ];

    private static readonly IReadOnlyList<EntryField> AfterTexts =
    [
        new("audience.inside", FieldInput.Known, "known"),
        new("audience.outside", FieldInput.Known, "known"),
        new("status", FieldInput.Choice, "choice", Words<ResourceStatus>()),
        new("cost", FieldInput.Choice, "choice", Codes.Costs),
        new("deadline", FieldInput.Occasion, "occasion"),
        new("opens", FieldInput.Occasion, "occasion"),
        new("funding", FieldInput.Choice, "choice", Codes.Funding),
        new("levels", FieldInput.Many, "many", Codes.Levels),
        new("fields", FieldInput.Many, "many", Codes.Fields),
        new("documents", FieldInput.Many, "many", Codes.Documents),
        new("flags.noPassport", FieldInput.Known, "known"),
        new("flags.noGrade12", FieldInput.Known, "known"),
        new("flags.noLanguageTest", FieldInput.Known, "known"),
        new("flags.remote", FieldInput.Known, "known"),
        new("flags.littleData", FieldInput.Known, "known"),
        new("flags.free", FieldInput.Known, "known"),
        new("delivery", FieldInput.Many, "many", Codes.Delivery),
        new("languages", FieldInput.Many, "many", Codes.Languages),
        new("countries", FieldInput.Countries, "countries"),
        new("audience.womenOnly", FieldInput.Known, "known"),
        new("audience.countries", FieldInput.Countries, "countries"),
        new("audience.ageFrom", FieldInput.Age, "age"),
        new("audience.ageTo", FieldInput.Age, "age"),
        new("channels.phone", FieldInput.Values, "phone"),
        new("channels.email", FieldInput.Values, "email"),
        new("channels.whatsapp", FieldInput.Values, "phone"),
        new("channels.signal", FieldInput.Values, "phone"),
        new("channels.telegram", FieldInput.Values, "telegram"),
        new("channels.form", FieldInput.Values, "link"),
        new("hours", FieldInput.Text, "hours", MaxLength: 40),
        new("evidence", FieldInput.Evidence, "evidence", Optional: false),
    ];

    private static readonly IReadOnlyList<EntryField> Names =
    [
        new("slug", FieldInput.Text, "slug", MaxLength: Slug.MaxLength),
        new("aliases", FieldInput.Values, "slug"),
    ];

    // What nobody asks about a helpline.
    private static readonly string[] NotForContacts =
    [
        "cost", "deadline", "opens", "funding", "levels", "fields", "documents", "flags.noPassport", "flags.noGrade12", "flags.noLanguageTest",
    ];

    // What an offer to study need not have of its own; its page has them.
    private static readonly string[] ForContacts =
        ["channels.phone", "channels.whatsapp", "channels.signal", "channels.telegram", "hours"];

    public static IReadOnlyList<EntryField> All { get; } =
        [.. BeforeTexts, .. LanguageCodes.All.SelectMany(TextsIn), .. AfterTexts, .. Names];

    /// <summary>The five texts in one language.</summary>
    public static IReadOnlyList<EntryField> TextsIn(Language language) =>
    [
        .. TextNames.Select(name => new EntryField(
            $"texts.{language.Code()}.{name}", FieldInput.Text, name,
            MaxLength: name == "title" ? SeedEntry.MaxTitle : SeedEntry.MaxSentence, Optional: name == "safety")),
    ];

    /// <summary>Every field that can be changed singly. The short name of a published entry stands in links and stays.</summary>
    public static IReadOnlyList<EntryField> Editable(Draft draft) =>
        draft.Resource is null ? All : [.. All.Where(field => field.Path != "slug")];

    /// <summary>The steps of the guided form.</summary>
    /// <param name="language">In which the writer writes the first text.</param>
    public static IReadOnlyList<EntryField> Steps(DraftBody body, Language language)
    {
        var isContact = body.GetText("kind") == "contact";
        return
        [
            .. BeforeTexts,
            .. TextsIn(language),
            .. AfterTexts.Where(field => isContact ? !NotForContacts.Contains(field.Path) : !ForContacts.Contains(field.Path)),
        ];
    }

    /// <returns>From 0; -1 when it is not among them.</returns>
    public static int PlaceOf(IReadOnlyList<EntryField> fields, EntryField field)
    {
        for (var place = 0; place < fields.Count; place++)
        {
            if (fields[place].Path == field.Path) return place;
        }

        return -1;
    }

    /// <returns>Null when there is no such field.</returns>
    public static EntryField? Find(string code) => All.FirstOrDefault(field => field.Code == code);

    public static EntryField? OfPath(string path) => All.FirstOrDefault(field => field.Path == path);

    private static string[] Words<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];
}
