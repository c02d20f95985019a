using ResourceBot.Catalogue.Seeds;

namespace ResourceBot.Catalogue.Search;

/// <summary>Reads the file of dangers.</summary>
public static class CrisisFile
{
    private const int LongestTerm = 80;
    private static readonly string[] Columns = ["en", "prs", "ps", "latin"];

    public static (IReadOnlyList<Danger> Dangers, IReadOnlyList<SeedError> Errors) Read(string path)
    {
        var name = Path.GetFileName(path);
        var errors = new List<SeedError>();
        var dangers = new List<Danger>();
        foreach (var (entry, element) in SearchFile.Entries(path, errors))
        {
            var reader = new EntryReader(element, "", (field, problem) => errors.Add(new SeedError(name, entry, field, problem)));
            dangers.Add(ReadDanger(reader));
        }

        return errors.Count == 0 ? (dangers, []) : ([], errors);
    }

    private static Danger ReadDanger(EntryReader entry)
    {
        var danger = new Danger(
            entry.Text("id", maxLength: 40),
            [.. entry.Texts("helpLines", Slug.MaxLength).Select(slug =>
                Slug.TryParse(slug) ?? entry.Wrong("helpLines", $"\"{slug}\" is no slug", Slug.Parse("none")))],
            [.. Columns.SelectMany(column => entry.Texts(column, LongestTerm))],
            [.. entry.Objects("together").Select(ReadSets)]);
        if (danger.HelpLines.Count == 0) entry.Wrong("helpLines", "is empty; nobody would be shown", 0);
        entry.RefuseUnread();
        return danger;
    }

    private static IReadOnlyList<IReadOnlyList<string>> ReadSets(EntryReader sets)
    {
        IReadOnlyList<IReadOnlyList<string>> read = [sets.Texts("first", LongestTerm), sets.Texts("second", LongestTerm)];
        foreach (var empty in read.Where(set => set.Count == 0)) sets.Wrong("first", "and second both need words", empty);
        sets.RefuseUnread();
        return read;
    }
}
