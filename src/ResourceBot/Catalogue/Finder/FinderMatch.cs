namespace ResourceBot.Catalogue.Finder;

/// <summary>A thing that was asked about.</summary>
public enum FinderPoint
{
    Level,
    Home,
    Passport,
    Grade12,
    LanguageTest,
    Language,
    Field,
}

/// <summary>How an entry stands to one answer.</summary>
/// <param name="Fits">Unknown when no source says.</param>
/// <param name="Owned">It asks for a paper, and she has it.</param>
/// <param name="Broad">It fits because it is for every level, such as a library: less than what gives the degree that she asks for.</param>
public sealed record FinderFinding(FinderPoint Point, Known Fits, bool Owned = false, bool Broad = false);

/// <summary>An entry with the reasons why it fits and what is missing.</summary>
public sealed record FinderMatch(Resource Resource, IReadOnlyList<FinderFinding> Findings)
{
    // What is unknown may still fit; what is known not to fit counts more than any one thing that does.
    private const double Unknown = 0.45;
    private const double Against = -1.2;

    // A library may help with a bachelor's degree, but it gives none.
    private const double OfEveryLevel = -0.3;

    private static readonly HashSet<string> Degrees = new(["diploma", "bachelor", "master", "doctorate"], StringComparer.Ordinal);

    /// <summary>Higher is better; 1 when everything asked is known to fit.</summary>
    public double Score => Findings.Count == 0 ? 0 : Findings.Average(finding => finding.Fits switch
    {
        Known.Yes when finding.Broad => OfEveryLevel,
        Known.Yes => 1,
        Known.No => Against,
        _ => Unknown,
    });

    /// <summary>
    /// The entries that may fit, the best first. What is closed, over for good or surely not for where she lives is left out;
    /// what comes back next year follows after what she can apply for now.
    /// </summary>
    public static IReadOnlyList<FinderMatch> Rank(IReadOnlyList<Resource> entries, FinderAnswers answers, DateOnly today) =>
    [
        .. entries.Where(entry => entry.Kind != ResourceKind.Contact && entry.Status != ResourceStatus.Closed && RestOn(entry, today) is not { Until: null })
            .Select(entry => new FinderMatch(entry, Find(entry, answers)))
            .Where(match => !match.Findings.Any(finding => finding.Fits == Known.No && finding.Point is FinderPoint.Home or FinderPoint.Level)
                && match.Score >= 0)
            .OrderByDescending(match => match.Resource.Status != ResourceStatus.Suspended)
            .ThenByDescending(match => RestOn(match.Resource, today) is null)
            .ThenByDescending(match => match.Score)
            .ThenByDescending(match => match.Resource.Status == ResourceStatus.Open)
            .ThenByDescending(match => match.Resource.ComparedOn)
            .ThenByDescending(match => match.Resource.Evidence.Max(evidence => evidence.Date), StringComparer.Ordinal)
            .ThenBy(match => match.Resource.Id.Value),
    ];

    private static Rest? RestOn(Resource entry, DateOnly today) =>
        Rest.Of(entry.Deadline, entry.Opens) is { } rest && rest.IsOn(today) ? rest : null;

    private static List<FinderFinding> Find(Resource entry, FinderAnswers answers)
    {
        var found = new List<FinderFinding>();
        if (answers.Level is { } level) found.Add(new(FinderPoint.Level, Among(entry.Levels, level), Broad: entry.Levels.Contains("any") && Degrees.Contains(level)));
        if (answers.Home is { } home) found.Add(new(FinderPoint.Home, ForHome(entry.Audience, home)));
        if (answers.Papers is { } papers)
        {
            found.Add(Paper(FinderPoint.Passport, entry.Eligibility.NoPassport, papers.HasFlag(Papers.Passport)));
            found.Add(Paper(FinderPoint.Grade12, entry.Eligibility.NoGrade12, papers.HasFlag(Papers.Grade12)));
            found.Add(Paper(FinderPoint.LanguageTest, entry.Eligibility.NoLanguageTest, papers.HasFlag(Papers.LanguageTest)));
        }

        if (answers.Language is { } language) found.Add(new(FinderPoint.Language, Among(entry.Languages, language)));
        if (answers.Field is { } field) found.Add(new(FinderPoint.Field, Among(entry.Fields, field)));
        return found;
    }

    // A paper that she has is enough whether or not it is asked for.
    private static FinderFinding Paper(FinderPoint point, Known notNeeded, bool has) =>
        notNeeded == Known.Yes ? new(point, Known.Yes) : has ? new(point, Known.Yes, Owned: true) : new(point, notNeeded);

    private static Known ForHome(Audience audience, string home)
    {
        if (home == "AF") return audience.Inside;
        return audience.Outside != Known.Yes || audience.Countries.Count == 0 || home.Length == 0 ? audience.Outside
            : audience.Countries.Contains(home) ? Known.Yes : Known.No;
    }

    private static Known Among(IReadOnlyList<string> codes, string code) =>
        codes.Count == 0 ? Known.Unknown
        : codes.Contains(code) || codes.Contains("any") || codes.Contains("many") || (code == "prs" && codes.Contains("fa")) ? Known.Yes
        : Known.No;
}
