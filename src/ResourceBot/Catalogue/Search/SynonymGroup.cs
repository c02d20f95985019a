namespace ResourceBot.Catalogue.Search;

/// <summary>Whether somebody wants to learn, or somebody to turn to.</summary>
public enum Asks
{
    Either,
    Study,
    Support,
}

/// <summary>One thing that people look for, with all the words for it in all languages and scripts.</summary>
/// <param name="Id">Lower-case letters, digits and hyphens.</param>
/// <param name="Weight">How much it matters in a question that names it; 1 is usual.</param>
/// <param name="InText">How far its words in the text of an entry say what the entry is about, from 0 to 1.</param>
/// <param name="Asks">What whoever uses these words is after, if it is one of the two.</param>
/// <param name="Facets">Facts of an entry that mean the same (<see cref="EntryFacets"/>), each with a strength from 0 to 1.</param>
/// <param name="Filter">The facet that a question with these words is narrowed to; null when they narrow nothing.</param>
/// <param name="Broader">Groups that also answer such a question, less well: from 0 to 1.</param>
/// <param name="Terms">Words and short phrases as people write them.</param>
/// <param name="Asked">Words that mean it in a question, but in the text of an entry say nothing of what it is about.</param>
public sealed record SynonymGroup(
    string Id,
    float Weight,
    float InText,
    Asks Asks,
    IReadOnlyDictionary<string, float> Facets,
    Facet? Filter,
    IReadOnlyDictionary<string, float> Broader,
    IReadOnlyList<string> Terms,
    IReadOnlyList<string> Asked);
