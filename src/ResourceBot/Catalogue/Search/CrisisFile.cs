using ResourceBot.Catalogue.Seeds;

namespace ResourceBot.Catalogue.Search;

/// <summary>Reads the file of dangers.</summary>
public static class CrisisFile
{
    private const int LongestTerm = 80;
    private const int FurthestApart = 20;
    private static readonly string[] Columns = ["prs", "ps", "latin"];

    public static (IReadOnlyList<Danger> Dangers, IReadOnlyList<SeedError> Errors) Read(string path)
    {
        var name = Path.GetFileName(path);
        var errors = new List<SeedError>();
        var dangers = new List<Danger>();
        foreach (var (entry, element) in SearchFile.Entries(path, errors))
        {
            var reader = new EntryReader(element, "", (field, problem) => errors.Add(new SeedError(name, entry, field, problem.English)));
            dangers.Add(ReadDanger(reader));
        }

        return errors.Count == 0 ? (dangers, []) : ([], errors);
    }

    private static Danger ReadDanger(EntryReader entry)
    {
        var danger = new Danger(
            entry.Text("id", maxLength: 40),
            [.. entry.Texts("helpLines", Slug.MaxLength).Select(slug =>
                Slug.TryParse(slug) ?? entry.Wrong("helpLines", Mistake.OfWords($"\"{slug}\" is no slug"), Slug.Parse("none")))],
            [.. Columns.SelectMany(column => entry.Texts(column, LongestTerm))],
            entry.Texts("en", LongestTerm),
            [.. entry.Objects("together").Select(ReadPair)]);
        if (danger.HelpLines.Count == 0) entry.Wrong("helpLines", Mistake.OfWords("is empty; nobody would be shown"), 0);
        entry.RefuseUnread();
        return danger;
    }

    private static WordPair ReadPair(EntryReader pair)
    {
        var read = new WordPair(pair.Texts("first", LongestTerm), pair.Texts("second", LongestTerm), pair.Number("within", 1, FurthestApart));
        if (read.First.Count == 0 || read.Second.Count == 0) pair.Wrong("first", Mistake.OfWords("and second both need words"), 0);
        pair.RefuseUnread();
        return read;
    }
}
