using System.Text.Json.Nodes;
using ResourceBot.Catalogue;

namespace ResourceBot.Scenarios.Truth;

/// <summary>An entry that has as much of everything as a file may bring.</summary>
internal static class FullestEntry
{
    /// <summary>As long as a slug may be.</summary>
    public static string Slug { get; } = new('s', Catalogue.Slug.MaxLength);

    public static byte[] Json() => System.Text.Encoding.UTF8.GetBytes(new JsonArray(Entry()).ToJsonString());

    private static JsonObject Entry() => new()
    {
        ["slug"] = Slug,
        ["aliases"] = List(Enumerable.Range(1, 10).Select(number => new string('a', 46) + number.ToString("00", System.Globalization.CultureInfo.InvariantCulture))),
        ["kind"] = "scholarship",
        ["topics"] = List(Topics.All.Select(topic => topic.Code())),
        ["provider"] = new string('p', 160),
        ["link"] = "https://example.org/" + new string('l', WebAddress.MaxLength - 20),
        ["levels"] = List(Codes.Levels),
        ["fields"] = List(Codes.Fields.Where(code => code != "any")),
        ["funding"] = "partial",
        ["delivery"] = List(Codes.Delivery),
        ["countries"] = List(Codes.Countries),
        ["languages"] = List(Codes.Languages),
        ["documents"] = List(Codes.Documents),
        ["cost"] = "some-costs",
        ["deadline"] = new JsonObject { ["type"] = "yearly", ["month"] = 2, ["day"] = 29 },
        ["opens"] = new JsonObject { ["type"] = "date", ["date"] = "2099-12-31" },
        ["audience"] = new JsonObject
        {
            ["inside"] = "unknown",
            ["outside"] = "unknown",
            ["countries"] = List(Codes.Countries),
            ["womenOnly"] = "yes",
            ["ageFrom"] = 100,
            ["ageTo"] = 120,
        },
        ["flags"] = new JsonObject
        {
            ["noPassport"] = "no",
            ["noGrade12"] = "no",
            ["noLanguageTest"] = "no",
            ["remote"] = "no",
            ["littleData"] = "no",
            ["free"] = "no",
        },
        ["channels"] = new JsonObject
        {
            ["phone"] = List(["https://example.org/" + new string('c', 236)]),
            ["email"] = List([new string('e', 200) + "@example.org"]),
            ["whatsapp"] = List(["https://example.org/" + new string('w', 236)]),
            ["signal"] = List(["https://example.org/" + new string('g', 230)]),
            ["telegram"] = List(["@" + new string('t', 20)]),
            ["form"] = List(Enumerable.Range(10, 15).Select(number => $"https://example.org/{number}/" + new string('f', 270))),
        },
        ["hours"] = "Sa-Th 08:00-16:00",
        ["status"] = "unknown",
        ["evidence"] = new JsonArray([.. Enumerable.Range(10, 12).Select(number => (JsonNode)new JsonObject
        {
            ["source"] = $"https://{new string('h', 60)}.{number}.example.org/" + new string('v', 300), ["says"] = new string('y', 400), ["date"] = "2026-10-10",
        })]),
        ["texts"] = new JsonObject { ["en"] = Text("original"), ["prs"] = Text("machine"), ["ps"] = Text("machine") },
    };

    private static JsonObject Text(string state) => new()
    {
        ["state"] = state,
        ["title"] = new string('t', 70),
        ["summary"] = new string('&', 220),
        ["who"] = new string('<', 220),
        ["how"] = new string('h', 220),
        ["safety"] = new string('x', 220),
    };

    private static JsonArray List(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)value)]);
}
