using System.Security.Cryptography;
using System.Text.Json;

namespace ResourceBot.Catalogue.Seeds;

/// <summary>A resource as a seed file gives it.</summary>
/// <param name="Hash">SHA-256 of the entry without white space, in hexadecimal; tells whether it changed since it was last loaded.</param>
public sealed record Seed(Resource Resource, string Hash);

/// <summary>One seed file, read. With one mistake in it nothing of it is taken.</summary>
public sealed record SeedFile(string Name, IReadOnlyList<Seed> Seeds, IReadOnlyList<SeedError> Errors)
{
    // Large enough for thousands of entries; a file beyond it is a mistake.
    private const long MaxBytes = 32 * 1024 * 1024;

    public static SeedFile Read(string path)
    {
        var name = Path.GetFileName(path);
        if (new FileInfo(path).Length > MaxBytes)
            return Refused(name, "the file", "size", $"is over {MaxBytes / 1024 / 1024} MB");
        try
        {
            using var stream = File.OpenRead(path);
            using var document = JsonDocument.Parse(stream);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? ReadEntries(name, document.RootElement)
                : Refused(name, "the file", "as a whole", "must be a list of entries in square brackets");
        }
        catch (JsonException broken)
        {
            return Refused(
                name, "the file", $"line {(broken.LineNumber ?? 0) + 1}", "is not JSON here: look for a missing comma, quote or bracket");
        }
    }

    private static SeedFile ReadEntries(string name, JsonElement array)
    {
        var seeds = new List<Seed>();
        var errors = new List<SeedError>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, element) in array.EnumerateArray().Index())
        {
            var entry = EntryName(element, index);
            if (element.ValueKind != JsonValueKind.Object)
            {
                errors.Add(new SeedError(name, entry, "as a whole", "must be an object in braces"));
                continue;
            }

            var resource = SeedEntry.Read(new EntryReader(
                element, "", (field, problem) => errors.Add(new SeedError(name, entry, field, problem.English))));
            foreach (var slug in resource.Aliases.Prepend(resource.Slug))
            {
                if (!taken.Add(slug.Value)) errors.Add(new SeedError(name, entry, "slug", $"\"{slug}\" is taken by another entry of this file"));
            }

            seeds.Add(new Seed(resource, Hash(element)));
        }

        return errors.Count == 0 ? new SeedFile(name, seeds, []) : new SeedFile(name, [], errors);
    }

    private static string EntryName(JsonElement element, int index) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty("slug", out var slug) && slug.ValueKind == JsonValueKind.String && slug.GetString()!.Length is > 0 and <= 64
            ? slug.GetString()!
            : $"entry {index + 1}";

    private static string Hash(JsonElement element) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(element)));

    private static SeedFile Refused(string name, string entry, string field, string problem) =>
        new(name, [], [new SeedError(name, entry, field, problem)]);
}
