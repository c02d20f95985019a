namespace ResourceBot.Catalogue.Search;

/// <summary>
/// Finds the words that a misspelt one may stand for. Every word is filed under itself with one or two letters left out, and
/// so is the misspelt one: where the two lists meet, only few words remain to be compared (symmetric delete).
/// </summary>
public sealed class Spelling
{
    // Below it one letter more or less makes another word.
    private const int Shortest = 4;
    private const int Longest = 20;
    private const int TwoMistakesFrom = 8;

    // Only the beginning is filed; the comparison looks at the whole word.
    private const int Prefix = 7;

    private readonly FiledWords _deletes;
    private readonly int _most;

    /// <param name="most">The most mistakes that are looked for in a long word: 1 or 2.</param>
    public Spelling(IEnumerable<string> words, int most = 2)
    {
        _most = most;
        _deletes = new FiledWords(
            from word in words.Distinct(StringComparer.Ordinal)
            where word.Length is >= Shortest and <= Longest
            from key in Deletes(word[..Math.Min(word.Length, Prefix)], Mistakes(word.Length))
            select (key, word));
    }

    /// <summary>The nearest words, each with the number of mistakes (1 or 2); only those with the fewest.</summary>
    public IReadOnlyList<(string Word, int Mistakes)> Near(string word)
    {
        if (word.Length is < Shortest or > Longest) return [];
        var most = Mistakes(word.Length);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in Deletes(word[..Math.Min(word.Length, Prefix)], most))
        {
            foreach (var candidate in _deletes.Under(key))
            {
                if (Math.Abs(candidate.Length - word.Length) > most || found.ContainsKey(candidate)) continue;
                var mistakes = EditDistance.Between(word, candidate, most);
                if (mistakes <= most) found[candidate] = mistakes;
            }
        }

        if (found.Count == 0) return [];
        var fewest = found.Values.Min();
        return [.. found.Where(pair => pair.Value == fewest).Select(pair => (pair.Key, pair.Value))];
    }

    private int Mistakes(int length) => length >= TwoMistakesFrom ? _most : 1;

    private static HashSet<string> Deletes(string word, int depth)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal) { word };
        var last = keys.ToList();
        for (; depth > 0; depth--)
        {
            last = [.. last.Where(key => key.Length > 2).SelectMany(key => Enumerable.Range(0, key.Length).Select(i => key.Remove(i, 1)))];
            keys.UnionWith(last);
        }

        return keys;
    }
}
