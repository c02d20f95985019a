using System.Text.Json;
using ResourceBot.Catalogue.Seeds;

namespace ResourceBot.Catalogue.Search;

/// <summary>One file of synonym groups, read. With one mistake in it nothing of it is taken.</summary>
public sealed record SynonymFile(string Name, IReadOnlyList<SynonymGroup> Groups, IReadOnlyList<SeedError> Errors)
{
    private const int LongestTerm = 60;

    // The fourth column is for Latin letters where the skeleton would miss them.
    private static readonly string[] Columns = ["en", "prs", "ps", "latin"];

    public static SynonymFile Read(string path)
    {
        var name = Path.GetFileName(path);
        var errors = new List<SeedError>();
        var groups = new List<SynonymGroup>();
        foreach (var (entry, element) in SearchFile.Entries(path, errors))
        {
            var reader = new EntryReader(element, "", (field, problem) => errors.Add(new SeedError(name, entry, field, problem.English)));
            groups.Add(ReadGroup(reader));
        }

        foreach (var twice in groups.GroupBy(group => group.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
            errors.Add(new SeedError(name, twice.Key, "id", "is taken by another group of this file"));
        return errors.Count == 0 ? new SynonymFile(name, groups, []) : new SynonymFile(name, [], errors);
    }

    private static SynonymGroup ReadGroup(EntryReader entry)
    {
        var group = new SynonymGroup(
            entry.Text("id", maxLength: 40),
            entry.Decimal("weight", 0, 5),
            entry.Decimal("inText", 0, 1),
            entry.Enum<Asks>("asks"),
            ReadFacets(entry),
            entry.OptionalText("filter", maxLength: 40) is { } filter
                ? Facet.TryParse(filter) ?? entry.Wrong<Facet?>("filter", Mistake.OfWords($"\"{filter}\" is no facet"), null)
                : null,
            entry.Decimals("broader", 0, 1),
            [.. Columns.SelectMany(column => entry.Texts(column, LongestTerm))],
            entry.Texts("asked", LongestTerm));
        if (Slug.TryParse(group.Id) is null) entry.Wrong("id", Mistake.OfWords("is not lower-case letters, digits and single hyphens"), 0);
        if (group.Terms.Count == 0) entry.Wrong("en", Mistake.OfWords("has no words in any language"), 0);
        foreach (var term in group.Terms.Concat(group.Asked).Where(term => Tokens.Split(Folding.Fold(term)).Count is 0 or > SynonymPhrases.LongestPhrase + 4))
            entry.Wrong("en", Mistake.OfWords($"\"{term}\" has no letters, or too many words"), 0);
        entry.RefuseUnread();
        return group;
    }

    private static IReadOnlyDictionary<string, float> ReadFacets(EntryReader entry)
    {
        var facets = entry.Decimals("facets", 0, 1);
        foreach (var facet in facets.Keys.Where(facet => Facet.TryParse(facet) is null)) entry.Wrong("facets", Mistake.OfWords($"\"{facet}\" is no facet"), 0);
        return facets;
    }
}

/// <summary>What the files of words for the search have in common.</summary>
internal static class SearchFile
{
    /// <summary>The entries of a list, each with its id, or its number when even that is missing.</summary>
    public static IReadOnlyList<(string Entry, JsonElement Element)> Entries(string path, List<SeedError> errors)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement.Clone();
            if (root.ValueKind == JsonValueKind.Array && root.EnumerateArray().All(element => element.ValueKind == JsonValueKind.Object))
                return [.. root.EnumerateArray().Select((element, index) => (Id(element, index), element))];
            errors.Add(new SeedError(name, "the file", "as a whole", "must be a list of objects in square brackets"));
        }
        catch (JsonException broken)
        {
            errors.Add(new SeedError(
                name, "the file", $"line {(broken.LineNumber ?? 0) + 1}", "is not JSON here: look for a missing comma, quote or bracket"));
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            errors.Add(new SeedError(name, "the file", "as a whole", File.Exists(path) ? "cannot be read by this user" : "is not there"));
        }

        return [];
    }

    private static string Id(JsonElement element, int index) =>
        element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 and <= 40 } text
            ? text
            : $"entry {index + 1}";
}
