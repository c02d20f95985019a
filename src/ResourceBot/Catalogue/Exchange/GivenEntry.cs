using System.Text.Json.Nodes;
using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Exchange;

/// <summary>What a file says about one entry: its values under their paths; what is not given stays as it is.</summary>
/// <param name="IsCsv">Decides how the file's own names for fields are shown.</param>
internal sealed record GivenEntry(int Line, string Slug, IReadOnlyList<(string Path, JsonNode? Value)> Values, bool IsCsv)
{
    /// <param name="entry">The entry as it is, or an empty one; becomes what the file wants.</param>
    public void PutOn(JsonObject entry)
    {
        foreach (var (path, value) in Values) Put(entry, path.Split('.'), LineBreaks.Tidy(path, value));
        if (entry["texts"] is JsonObject texts) Complete(texts);
    }

    /// <summary>The field of a mistake in the words of the file.</summary>
    public string NameOf(string path) => IsCsv ? EntryColumns.NameOf(path) : path;

    private static void Put(JsonObject entry, string[] steps, JsonNode? value)
    {
        var parent = entry;
        foreach (var step in steps[..^1])
        {
            if (parent[step] is not JsonObject next) parent[step] = next = [];
            parent = next;
        }

        parent[steps[^1]] = value;
    }

    // A language of which a table gives only empty cells is not there; one that is there gets what its columns leave open.
    private static void Complete(JsonObject texts)
    {
        string[] sentences = ["title", "summary", "who", "how", "safety"];
        foreach (var code in LanguageCodes.All.Select(language => language.Code()))
        {
            if (texts[code] is not JsonObject text)
            {
                if (!texts.ContainsKey(code)) texts[code] = null;
                continue;
            }

            if (sentences.All(sentence => text[sentence] is null))
            {
                texts[code] = null;
                continue;
            }

            foreach (var sentence in sentences.Where(sentence => !text.ContainsKey(sentence))) text[sentence] = null;
            if (text["from"] is null) text["from"] = 1;
            if (text["state"] is null)
                text["state"] = texts.Any(other => other.Key != code && other.Value?["state"]?.ToString() == "original") ? "person" : "original";
        }
    }
}
