namespace ResourceBot.Catalogue.Search;

/// <summary>Shortens a question to what a button can carry.</summary>
public static class PackedQuestion
{
    /// <summary>The longest words, in letters.</summary>
    public const int MostLetters = 44;

    // Telegram's longest message (Bot API, sendMessage.text).
    private const int LongestMessage = 4096;

    /// <summary>The words of a whole message.</summary>
    public static IReadOnlyList<Token> Read(string typed) => Tokens.Split(Folding.Fold(typed, LongestMessage));

    /// <summary>As many whole words as fit, from the beginning.</summary>
    public static string Fit(IEnumerable<string> words)
    {
        var kept = "";
        foreach (var word in words)
        {
            var longer = kept.Length == 0 ? word : $"{kept} {word}";
            if (longer.Length > MostLetters) return kept.Length == 0 ? word[..MostLetters] : kept;
            kept = longer;
        }

        return kept;
    }
}
