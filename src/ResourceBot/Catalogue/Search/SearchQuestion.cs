using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Search;

/// <summary>What somebody wants to find.</summary>
/// <param name="Words">As typed, in any script; never shown, logged or kept.</param>
/// <param name="Reader">Breaks ties: entries that speak her language come first.</param>
/// <param name="Without">
/// Bits of the filters that she took off, by their place in <see cref="SearchAnswer.Filters"/> as the words alone give them.
/// </param>
public sealed record SearchQuestion(string Words, Language Reader, Place Place, int Without = 0);
