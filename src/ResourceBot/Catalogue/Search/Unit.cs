namespace ResourceBot.Catalogue.Search;

/// <summary>One thing that a question asks for, with all terms of the index that answer it.</summary>
/// <param name="Terms">Each with how well it answers, from 0 to 1.</param>
/// <param name="Weight">How much it matters before its rarity is known.</param>
/// <param name="Filter">The facet that it narrows the question to.</param>
public sealed record Unit(IReadOnlyList<(string Term, float Weight)> Terms, float Weight, Facet? Filter)
{
    public Asks Asks { get; init; }

    /// <summary>No entry and no synonym has the word: it tells that something is not understood, and nothing of the entries.</summary>
    public bool IsUnknown { get; init; }
}

/// <summary>Names of the terms in the index; the first letter tells concepts, words and consonants apart.</summary>
public static class Terms
{
    /// <summary>The term of a synonym group.</summary>
    public static string Concept(int group) => $"c{group}";

    /// <summary>The group of a concept; null for other terms.</summary>
    public static int? GroupOf(string term) =>
        term[0] == 'c' ? int.Parse(term.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>The term of a word.</summary>
    public static string Word(string stem) => "w" + stem;

    /// <summary>The term of what has these consonants.</summary>
    public static string Skeleton(string key) => "k" + key;
}
