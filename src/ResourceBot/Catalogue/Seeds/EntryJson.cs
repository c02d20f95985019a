using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Seeds;

/// <summary>
/// A resource in the JSON form of a seed file: the form of seeds, drafts, history and export alike. The order of the fields
/// is fixed, so equal resources give equal texts and hashes.
/// </summary>
public static class EntryJson
{
    // Dari letters as they are rather than as \u escapes, which would be six times as long. The text is never put into HTML.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(JsonObject entry) => entry.ToJsonString(Readable);

    public static string Text(Resource resource) => Text(Write(resource));

    /// <exception cref="JsonException">Not a JSON object.</exception>
    public static JsonObject Parse(string text) => JsonNode.Parse(text) as JsonObject ?? throw new JsonException("Not an object.");

    /// <summary>SHA-256 of the JSON text, in hexadecimal.</summary>
    public static string Hash(Resource resource) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(resource))));

    public static JsonObject Write(Resource resource) => new()
    {
        ["slug"] = resource.Slug.Value,
        ["aliases"] = Texts(resource.Aliases.Select(alias => alias.Value)),
        ["kind"] = Word(resource.Kind),
        ["topics"] = Texts(resource.Topics.Select(topic => topic.Code())),
        ["provider"] = resource.Provider,
        ["link"] = resource.Link?.OriginalString,
        ["levels"] = Texts(resource.Levels),
        ["fields"] = Texts(resource.Fields),
        ["funding"] = resource.Funding,
        ["delivery"] = Texts(resource.Delivery),
        ["countries"] = Texts(resource.Countries),
        ["languages"] = Texts(resource.Languages),
        ["audience"] = new JsonObject
        {
            ["inside"] = Word(resource.Audience.Inside),
            ["outside"] = Word(resource.Audience.Outside),
            ["countries"] = Texts(resource.Audience.Countries),
            ["womenOnly"] = Word(resource.Audience.WomenOnly),
            ["ageFrom"] = resource.Audience.AgeFrom,
            ["ageTo"] = resource.Audience.AgeTo,
        },
        ["cost"] = resource.Cost,
        ["deadline"] = Write(resource.Deadline),
        ["opens"] = Write(resource.Opens),
        ["documents"] = Texts(resource.Documents),
        ["flags"] = new JsonObject
        {
            ["noPassport"] = Word(resource.Eligibility.NoPassport),
            ["noGrade12"] = Word(resource.Eligibility.NoGrade12),
            ["noLanguageTest"] = Word(resource.Eligibility.NoLanguageTest),
            ["remote"] = Word(resource.Eligibility.Remote),
            ["littleData"] = Word(resource.Eligibility.LittleData),
            ["free"] = Word(resource.Eligibility.Free),
        },
        ["channels"] = new JsonObject
        {
            ["phone"] = Texts(resource.Channels.Phone),
            ["email"] = Texts(resource.Channels.Email),
            ["whatsapp"] = Texts(resource.Channels.WhatsApp),
            ["signal"] = Texts(resource.Channels.Signal),
            ["telegram"] = Texts(resource.Channels.Telegram),
            ["form"] = Texts(resource.Channels.Form),
        },
        ["hours"] = resource.Hours,
        ["status"] = Word(resource.Status),
        ["evidence"] = new JsonArray([.. resource.Evidence.Select(Write)]),
        ["linkAnsweredOn"] = Iso(resource.LinkAnsweredOn),
        ["comparedOn"] = Iso(resource.ComparedOn),
        ["revision"] = resource.Revision,
        ["texts"] = new JsonObject(LanguageCodes.All.Select(language => KeyValuePair.Create(
            language.Code(), resource.Texts.TryGetValue(language, out var text) ? Write(text) : null))),
    };

    public static JsonObject Write(Occasion occasion) => occasion switch
    {
        OnDate on => new JsonObject { ["type"] = "date", ["date"] = on.Code },
        EveryYear yearly => new JsonObject { ["type"] = "yearly", ["month"] = yearly.Month, ["day"] = yearly.Day },
        _ => new JsonObject { ["type"] = occasion.Code },
    };

    public static JsonNode Write(Evidence evidence) =>
        new JsonObject { ["source"] = evidence.Source, ["says"] = evidence.Says, ["date"] = evidence.Date };

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static JsonNode? Write(ResourceText text) => new JsonObject
    {
        ["state"] = Word(text.State),
        ["from"] = text.FromRevision,
        ["title"] = text.Title,
        ["summary"] = text.Summary,
        ["who"] = text.Who,
        ["how"] = text.How,
        ["safety"] = text.Safety,
    };

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
