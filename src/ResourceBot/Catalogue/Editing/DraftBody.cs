using System.Text.Json;
using System.Text.Json.Nodes;
using ResourceBot.Catalogue.Seeds;
using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Editing;

/// <summary>What reading a draft gave.</summary>
/// <param name="Resource">With harmless stand-ins where something is missing or wrong, so that a preview can always be shown.</param>
/// <param name="Wrong">Paths of the fields that keep it from being published, such as <c>texts.ps.title</c>.</param>
public sealed record DraftReading(Resource Resource, IReadOnlyList<string> Wrong);

/// <summary>
/// An entry while it is being written: the JSON form of a seed file in which fields may still be missing. It is judged by
/// the same reader as seeds, so nothing can be published in the chat that a file would be refused for.
/// </summary>
public sealed class DraftBody
{
    private readonly JsonObject _entry;

    private DraftBody(JsonObject entry) => _entry = entry;

    public string Text => EntryJson.Text(_entry);

    /// <summary>An entry of which nothing is known.</summary>
    public static DraftBody Empty() => new(new JsonObject
    {
        ["slug"] = null,
        ["aliases"] = new JsonArray(),
        ["kind"] = null,
        ["topics"] = new JsonArray(),
        ["provider"] = null,
        ["link"] = null,
        ["levels"] = new JsonArray(),
        ["fields"] = new JsonArray("any"),
        ["funding"] = "unknown",
        ["delivery"] = new JsonArray(),
        ["countries"] = new JsonArray(),
        ["languages"] = new JsonArray(),
        ["audience"] = new JsonObject
        {
            ["inside"] = "unknown",
            ["outside"] = "unknown",
            ["countries"] = new JsonArray(),
            ["womenOnly"] = "unknown",
            ["ageFrom"] = null,
            ["ageTo"] = null,
        },
        ["cost"] = "unknown",
        ["deadline"] = EntryJson.Write(Occasion.Unknown),
        ["opens"] = EntryJson.Write(Occasion.Unknown),
        ["documents"] = new JsonArray(),
        ["flags"] = new JsonObject
        {
            ["noPassport"] = "unknown",
            ["noGrade12"] = "unknown",
            ["noLanguageTest"] = "unknown",
            ["remote"] = "unknown",
            ["littleData"] = "unknown",
            ["free"] = "unknown",
        },
        ["channels"] = new JsonObject
        {
            ["phone"] = new JsonArray(),
            ["email"] = new JsonArray(),
            ["whatsapp"] = new JsonArray(),
            ["signal"] = new JsonArray(),
            ["telegram"] = new JsonArray(),
            ["form"] = new JsonArray(),
        },
        ["hours"] = null,
        ["status"] = "unknown",
        ["evidence"] = new JsonArray(),
        ["linkAnsweredOn"] = null,
        ["comparedOn"] = null,
        ["revision"] = 1,
        ["texts"] = new JsonObject(LanguageCodes.All.Select(language => KeyValuePair.Create<string, JsonNode?>(language.Code(), null))),
    });

    public static DraftBody Of(Resource resource) => new(EntryJson.Write(resource));

    /// <exception cref="JsonException">Not from <see cref="Text"/>.</exception>
    public static DraftBody Parse(string text) => new(EntryJson.Parse(text));

    /// <summary>What stands under a path; null when nothing does.</summary>
    public JsonNode? Get(string path)
    {
        JsonNode? node = _entry;
        foreach (var step in path.Split('.')) node = (node as JsonObject)?[step];
        return node;
    }

    public string? GetText(string path) => Get(path) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The texts of a list; none when there is no such list.</summary>
    public IReadOnlyList<string> GetTexts(string path) =>
        Get(path) is JsonArray array ? [.. array.OfType<JsonValue>().Select(value => value.ToString())] : [];

    /// <summary>Puts a value under a path. A text in a language that was not there makes the language, and the last one that goes takes it away.</summary>
    public void Set(string path, JsonNode? value)
    {
        var steps = path.Split('.');
        if (steps is ["texts", var language, var field]) SetText(language, field, value);
        else
        {
            var parent = _entry;
            foreach (var step in steps[..^1]) parent = (JsonObject)parent[step]!;
            parent[steps[^1]] = value;
        }
    }

    public bool HasLanguage(Language language) => Get($"texts.{language.Code()}") is JsonObject;

    public DraftReading Read()
    {
        var wrong = new List<string>();
        using var document = JsonDocument.Parse(Text);
        var resource = SeedEntry.Read(
            new EntryReader(document.RootElement, "", (field, _) => wrong.Add(field.Split('[')[0])), allLanguages: false);
        if (resource.Texts.Count == 0)
            resource = resource with { Texts = new Dictionary<Language, ResourceText> { [Language.English] = NoText } };
        return new DraftReading(resource, [.. wrong.Distinct(StringComparer.Ordinal)]);
    }

    private static ResourceText NoText { get; } = new(TranslationState.Original, 1, "", "", "", "", null);

    private void SetText(string language, string field, JsonNode? value)
    {
        var texts = (JsonObject)_entry["texts"]!;
        if (texts[language] is not JsonObject text)
        {
            if (value is null) return;
            var isFirst = texts.All(pair => pair.Value is null);
            texts[language] = text = new JsonObject
            {
                ["state"] = isFirst ? "original" : "person",
                ["from"] = 1,
                ["title"] = null,
                ["summary"] = null,
                ["who"] = null,
                ["how"] = null,
                ["safety"] = null,
            };
        }

        text[field] = value;
        // What a person has written is no machine translation any more.
        if (text["state"]!.GetValue<string>() == "machine") text["state"] = "person";
        if (text.All(pair => pair.Key is "state" or "from" || pair.Value is null)) texts[language] = null;
    }
}
