using ResourceBot.Catalogue.Seeds;

namespace ResourceBot.Catalogue.Search;

/// <summary>
/// The words that the search knows, from the folder <c>search</c> beside the seeds: plain JSON that a translator can mend.
/// A file with a mistake is left out whole and named in <see cref="Errors"/>; the search goes on with the others. Only without
/// the words of danger nobody may go on: see <see cref="CrisisProblem"/>.
/// </summary>
public sealed class SearchWords
{
    private const string Folder = "search";
    private const string CrisisName = "crisis.json";
    private const string NamesName = "names.json";

    private SearchWords(
        IReadOnlyList<SynonymGroup> groups, CrisisWords crisis, IReadOnlyDictionary<string, IReadOnlyList<string>> names,
        IReadOnlyList<SeedError> errors, SeedError? crisisProblem)
    {
        Phrases = new SynonymPhrases(groups, asked: false);
        Asked = new SynonymPhrases(groups, asked: true);
        Families = new WordFamilies(Asked.Words);
        PhraseSpelling = new Spelling(Asked.AllWords, most: 1);
        Crisis = crisis;
        Names = names;
        Errors = errors;
        CrisisProblem = crisisProblem;
    }

    /// <summary>For the text of entries.</summary>
    public SynonymPhrases Phrases { get; }

    /// <summary>For questions: the same groups, with the words that mean them only there.</summary>
    public SynonymPhrases Asked { get; }

    /// <summary>Of the single words of <see cref="Asked"/>.</summary>
    public WordFamilies Families { get; }

    /// <summary>Of all words of <see cref="Asked"/>, those within phrases too.</summary>
    public Spelling PhraseSpelling { get; }

    public CrisisWords Crisis { get; }

    /// <summary>Other names by the slug of the entry: what people call it, in their script.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Names { get; }

    public IReadOnlyList<SeedError> Errors { get; }

    /// <summary>Why help lines would come first for nobody; null when the file of dangers is in order.</summary>
    public SeedError? CrisisProblem { get; }

    /// <param name="seeds">The folder of the seeds.</param>
    public static SearchWords Load(string seeds)
    {
        var folder = Path.Combine(seeds, Folder);
        if (!File.Exists(Path.Combine(folder, CrisisName)))
        {
            var missing = CrisisMistake("is not there");
            return new SearchWords([], new CrisisWords([]), new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), [missing], missing);
        }

        var files = Directory.EnumerateFiles(folder, "synonyms-*.json").Order(StringComparer.Ordinal).Select(SynonymFile.Read).ToList();
        var errors = files.SelectMany(file => file.Errors).ToList();
        var groups = files.SelectMany(file => file.Groups).ToList();
        CheckTogether(files, errors);
        var crisis = CrisisFile.Read(Path.Combine(folder, CrisisName));
        errors.AddRange(crisis.Errors);
        var names = NamesFile.Read(Path.Combine(folder, NamesName));
        errors.AddRange(names.Errors);
        var crisisProblem = crisis.Errors.Count > 0 ? crisis.Errors[0] : crisis.Dangers.Count == 0 ? CrisisMistake("holds no danger") : null;
        return new SearchWords(groups, new CrisisWords(crisis.Dangers), names.Names, errors, crisisProblem);
    }

    private static SeedError CrisisMistake(string problem) => new(CrisisName, "the file", "as a whole", problem);

    // Only all files together show whether a group is named twice or leans on one that is not there.
    private static void CheckTogether(IReadOnlyList<SynonymFile> files, List<SeedError> errors)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, group) in files.SelectMany(file => file.Groups.Select(group => (file, group))))
        {
            if (!owners.TryAdd(group.Id, file.Name)) errors.Add(new SeedError(file.Name, group.Id, "id", $"is taken by a group of {owners[group.Id]}"));
        }

        foreach (var (file, group) in files.SelectMany(file => file.Groups.Select(group => (file, group))))
        {
            errors.AddRange(group.Broader.Keys.Where(other => !owners.ContainsKey(other))
                .Select(other => new SeedError(file.Name, group.Id, "broader", $"there is no group \"{other}\"")));
        }
    }
}
