namespace ResourceBot.Catalogue.Search;

/// <summary>A word of a folded text.</summary>
/// <param name="Glued">A joiner without a space stood before it: it belongs to the word before.</param>
public sealed record Token(string Text, bool Glued)
{
    public bool IsLatin { get; } = Text[0] < '\u0080';

    public bool IsNumber { get; } = Text.All(char.IsAsciiDigit);
}

/// <summary>Cuts folded text into words.</summary>
public static class Tokens
{
    // No word is longer; what is, is a cat on the keyboard.
    private const int LongestWord = 40;

    /// <summary>A word is a run of Arabic letters, or of Latin letters and digits; it ends where the script changes.</summary>
    /// <param name="folded">From <see cref="Folding.Fold"/>.</param>
    public static IReadOnlyList<Token> Split(string folded)
    {
        var tokens = new List<Token>();
        var glued = false;
        for (var i = 0; i < folded.Length;)
        {
            var kind = Kind(folded[i]);
            if (kind == None)
            {
                glued = folded[i] == Folding.Joiner && tokens.Count > 0 && (i > 0 && Kind(folded[i - 1]) != None);
                i++;
                continue;
            }

            var start = i;
            while (i < folded.Length && Kind(folded[i]) == kind) i++;
            tokens.Add(new Token(folded[start..Math.Min(i, start + LongestWord)], glued));
            glued = false;
        }

        return tokens;
    }

    private const int None = 0;

    private static int Kind(char c) => c switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => 1,
        >= '\u0620' and <= '\u06FF' when char.IsLetter(c) => 2,
        _ => None,
    };
}
