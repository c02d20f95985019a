namespace ResourceBot.Catalogue.Search;

/// <summary>What was found.</summary>
/// <param name="Hits">The best first; the help lines are not among them.</param>
/// <param name="Confident">False: nothing fits well, these are only the closest.</param>
/// <param name="HelpLines">The words speak of danger: these come first, whatever else was found.</param>
/// <param name="Filters">Facets read out of the words, in their order in the words.</param>
/// <param name="Nearest">Topics to offer when there is nothing.</param>
public sealed record SearchAnswer(
    IReadOnlyList<SearchHit> Hits,
    bool Confident,
    IReadOnlyList<ResourceId> HelpLines,
    IReadOnlyList<SearchFilter> Filters,
    IReadOnlyList<Topic> Nearest);

/// <param name="Score">0 to 1: how much of the question the entry answers.</param>
/// <param name="Fits">No filter is known to be unmet.</param>
public sealed record SearchHit(ResourceId Id, double Score, bool Fits);

/// <summary>A part of the question that narrows it, such as the country or the level.</summary>
/// <param name="Off">She took it off.</param>
public sealed record SearchFilter(Facet Facet, bool Off);
