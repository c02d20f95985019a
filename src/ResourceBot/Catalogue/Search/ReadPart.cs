namespace ResourceBot.Catalogue.Search;

/// <summary>How sure the reading of a word is.</summary>
internal enum Certainty
{
    /// <summary>A word or phrase of the synonyms, as written.</summary>
    Meant,

    /// <summary>What sounds or looks like one, or grew from the same stem.</summary>
    Guessed,

    /// <summary>Any other word, in the catalogue or not.</summary>
    Plain,
}

/// <summary>A unit with the words of the question that it was read from.</summary>
/// <param name="Start">The first of them.</param>
/// <param name="Count">How many.</param>
internal sealed record ReadPart(Unit Unit, int Start, int Count, Certainty Certainty);
