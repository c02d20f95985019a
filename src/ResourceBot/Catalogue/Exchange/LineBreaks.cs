using System.Text.Json;
using System.Text.Json.Nodes;

namespace ResourceBot.Catalogue.Exchange;

/// <summary>
/// Line breaks inside the values of a file, as Alt and Enter make them in a spreadsheet: the long texts keep them, in
/// everything else they become a space. Each system writes them in its own way; we keep one.
/// </summary>
internal static class LineBreaks
{
    private static readonly string[] LongTexts = ["summary", "who", "how", "safety"];

    /// <summary>A value of a file with its breaks put right; whatever is no text stays as it is.</summary>
    /// <param name="path">Of the value in the JSON form of an entry.</param>
    public static JsonNode? Tidy(string path, JsonNode? value) => value switch
    {
        JsonObject group => new JsonObject(group.Select(pair => KeyValuePair.Create(pair.Key, Tidy($"{path}.{pair.Key}", pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(item => Tidy(path, item))]),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => JsonValue.Create(Tidy(path, text.GetValue<string>())),
        _ => value?.DeepClone(),
    };

    /// <summary>One line.</summary>
    public static string Join(string text) => Between(text, ' ');

    private static string Tidy(string path, string text) =>
        path.Split('.') is ["texts", _, var name] && LongTexts.Contains(name) ? Between(text, '\n') : Join(text);

    private static string Between(string text, char between)
    {
        var lines = text.ReplaceLineEndings("\n").Replace('\t', ' ');
        return lines.Contains('\n', StringComparison.Ordinal)
            ? string.Join(between, lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : lines;
    }
}
