using System.Text.Json;
using System.Text.Json.Nodes;
using ResourceBot.Catalogue.Seeds;

namespace ResourceBot.Catalogue.Exchange;

/// <summary>Reads a list of entries in the form of seed files. Fields may be left out: they stay as they are.</summary>
internal static class JsonFile
{
    // The form itself is four deep.
    private const int MaxDepth = 16;

    private static readonly string[] Groups = ["audience", "flags", "channels"];

    private static readonly JsonReaderOptions Reading = new() { MaxDepth = MaxDepth };
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <returns>False when there are too many entries.</returns>
    public static bool Read(ReadOnlySpan<byte> content, List<GivenEntry> entries, List<ImportProblem> problems)
    {
        var reader = new Utf8JsonReader(content, Reading);
        var counted = (Offset: 0, Line: 1);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
            {
                problems.Add(new ImportProblem(1, "", "", Mistake.NotListOfEntries));
                return true;
            }

            for (var rows = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; rows++)
            {
                if (rows == ImportFile.MaxRows) return false;
                var start = (int)reader.TokenStartIndex;
                counted = (start, counted.Line + content[counted.Offset..start].Count((byte)'\n'));
                reader.Skip();
                ReadEntry(content[start..(int)reader.BytesConsumed], counted.Line, entries, problems);
            }

            if (reader.Read()) problems.Add(new ImportProblem(counted.Line, "", "", Mistake.AfterList));
        }
        catch (JsonException broken)
        {
            problems.Add(new ImportProblem(
                Math.Max(counted.Line, (int)(broken.LineNumber ?? 0) + 1), "", "", Mistake.NotJson));
        }

        return true;
    }

    private static void ReadEntry(ReadOnlySpan<byte> text, int line, List<GivenEntry> entries, List<ImportProblem> problems)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(text, documentOptions: Strict);
        }
        catch (JsonException)
        {
            problems.Add(new ImportProblem(line, "", "", Mistake.FieldTwice));
            return;
        }

        if (node is not JsonObject entry)
        {
            problems.Add(new ImportProblem(line, "", "", Mistake.NotObject));
            return;
        }

        var slug = entry["slug"] is JsonValue value && value.TryGetValue<string>(out var given) ? LineBreaks.Join(given) : "";
        entries.Add(new GivenEntry(line, slug, [.. Values(entry)], IsCsv: false));
    }

    private static IEnumerable<(string, JsonNode?)> Values(JsonObject entry)
    {
        foreach (var (name, value) in entry)
        {
            // Checks and edits make these, never files.
            if (name is "linkAnsweredOn" or "comparedOn" or "revision") continue;
            if (Groups.Contains(name) && value is JsonObject group)
            {
                foreach (var (inner, innerValue) in group) yield return ($"{name}.{inner}", innerValue);
            }
            else if (name == "texts" && value is JsonObject texts)
            {
                foreach (var (language, text) in texts) yield return ($"texts.{language}", text);
            }
            else
            {
                yield return (name, value);
            }
        }
    }
}
