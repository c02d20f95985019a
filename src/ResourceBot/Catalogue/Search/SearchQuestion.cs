using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Search;

/// <summary>What somebody wants to find.</summary>
/// <param name="Words">As typed, in any script; never shown, logged or kept.</param>
/// <param name="Reader">Breaks ties: entries that speak her language come first.</param>
/// <param name="Without">
/// Bits of the filters that she took off, by their place in <see cref="SearchAnswer.Filters"/> as the words alone give them.
/// </param>
public sealed record SearchQuestion(string Words, Language Reader, Place Place, int Without = 0)
{
    /// <summary>Longer words are cut off; a button carries far fewer.</summary>
    public const int MostLetters = 300;

    /// <summary>More would not fit under one another on a telephone.</summary>
    public const int MostFilters = 6;
}
