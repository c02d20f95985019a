namespace ResourceBot.Catalogue.Search;

/// <summary>What was found.</summary>
/// <param name="Hits">The best first.</param>
/// <param name="Confident">False: nothing fits well, these are only the closest.</param>
/// <param name="Crisis">The words speak of danger: help lines come first, whatever else was found.</param>
/// <param name="Filters">Facets read out of the words, in their order in the words.</param>
/// <param name="Nearest">Topics to offer when there is nothing.</param>
public sealed record SearchAnswer(
    IReadOnlyList<SearchHit> Hits,
    bool Confident,
    bool Crisis,
    IReadOnlyList<SearchFilter> Filters,
    IReadOnlyList<Topic> Nearest);

/// <param name="Score">0 to 1: how much of the question the entry answers.</param>
public sealed record SearchHit(ResourceId Id, double Score);

/// <summary>A part of the question that became a filter, such as the country or the level.</summary>
/// <param name="Family">Which vocabulary the code is from: level, country, delivery, place, topic, cost, test …</param>
/// <param name="Off">She took it off.</param>
public sealed record SearchFilter(string Family, string Code, bool Off);
