using System.Globalization;
using System.Text.Json.Nodes;
using ResourceBot.Catalogue.Seeds;

namespace ResourceBot.Catalogue.Exchange;

/// <summary>A column of a CSV file and the place in the JSON form of an entry that it stands for.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Path">Such as <c>audience.inside</c>.</param>
/// <param name="Show">What stands in the cell.</param>
/// <param name="Read">What a cell becomes. A cell that makes no sense is passed on as it is, so that the reader of entries names the mistake.</param>
internal sealed record EntryColumn(string Name, string Path, Func<JsonNode?, string> Show, Func<string, JsonNode?> Read)
{
    private const string Between = " | ";

    public static EntryColumn Text(string name, string? path = null) =>
        new(name, path ?? name, node => node?.ToString() ?? "", cell => cell.Length == 0 ? null : cell);

    /// <summary>Of a closed vocabulary in which an empty cell is the word <paramref name="whenEmpty"/>.</summary>
    public static EntryColumn Word(string name, string? path = null, string? whenEmpty = "unknown") =>
        new(name, path ?? name, node => node?.ToString() ?? "", cell => cell.Length == 0 ? whenEmpty : cell.ToLowerInvariant());

    /// <summary>Codes or values with spaces between.</summary>
    public static EntryColumn List(string name, string? path = null) => new(
        name, path ?? name,
        node => node is JsonArray list ? string.Join(' ', list.Select(item => item!.ToString())) : "",
        cell => EntryJson.Texts(cell.Split([' ', '\n', '\r', ',', ';'], StringSplitOptions.RemoveEmptyEntries)));

    public static EntryColumn Number(string name, string path) => new(
        name, path, node => node?.ToString() ?? "",
        cell => cell.Length == 0 ? null
            : int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : JsonValue.Create(cell));

    /// <summary>Written as <see cref="Occasion.Code"/>.</summary>
    public static EntryColumn When(string name) => new(name, name, ShowOccasion, ReadOccasion);

    /// <summary>One source a line: <c>address | what it says | 2026-05</c>, the date left out when there is none.</summary>
    public static EntryColumn Sources(string name) => new(name, name, ShowSources, ReadSources);

    public JsonNode? In(JsonObject entry)
    {
        JsonNode? node = entry;
        foreach (var step in Path.Split('.')) node = (node as JsonObject)?[step];
        return node;
    }

    private static string ShowOccasion(JsonNode? node) => node?["type"]?.ToString() switch
    {
        "date" => node["date"]!.ToString(),
        "yearly" => $"yearly {(int)node["month"]!:00}" + (node["day"] is { } day ? $"-{(int)day:00}" : ""),
        var other => other ?? "",
    };

    private static JsonNode ReadOccasion(string cell)
    {
        if (cell.Length == 0) return EntryJson.Write(Occasion.Unknown);
        try
        {
            return EntryJson.Write(Occasion.Parse(cell));
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            return new JsonObject { ["type"] = cell };
        }
    }

    private static string ShowSources(JsonNode? node) => node is JsonArray list
        ? string.Join('\n', list.Select(item => item!["source"] + Between + item["says"] + (item["date"] is { } date ? Between + date : "")))
        : "";

    private static JsonArray ReadSources(string cell) =>
        new([.. cell.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReadSource)]);

    private static JsonNode ReadSource(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        var dated = parts.Length > 2 && parts[^1].Length is > 0 and <= 10 && parts[^1].All(c => char.IsAsciiDigit(c) || c == '-');
        var says = string.Join(Between, parts[1..(dated ? ^1 : ^0)]);
        return EntryJson.Write(new Evidence(parts[0], says, dated ? parts[^1] : null));
    }
}
