using ResourceBot.Catalogue.Seeds;

namespace ResourceBot.Catalogue.Search;

/// <summary>Reads the file of names: what people call an organisation or a programme, as they hear and write it.</summary>
internal static class NamesFile
{
    private const int LongestName = 80;

    public static (IReadOnlyDictionary<string, IReadOnlyList<string>> Names, IReadOnlyList<SeedError> Errors) Read(string path)
    {
        var name = Path.GetFileName(path);
        var errors = new List<SeedError>();
        var names = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (!File.Exists(path)) return (names, [new SeedError(name, "the file", "as a whole", "is not there")]);
        foreach (var (entry, element) in SearchFile.Entries(path, errors))
        {
            var reader = new EntryReader(element, "", (field, problem) => errors.Add(new SeedError(name, entry, field, problem.English)));
            var slug = reader.Text("id", Slug.MaxLength);
            if (Slug.TryParse(slug) is null) reader.Wrong("id", Mistake.OfWords($"\"{slug}\" is no slug"), slug);
            if (!names.TryAdd(slug, reader.Texts("names", LongestName))) reader.Wrong("id", Mistake.OfWords("stands here twice"), slug);
            reader.RefuseUnread();
        }

        return errors.Count == 0 ? (names, []) : (new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), errors);
    }
}
