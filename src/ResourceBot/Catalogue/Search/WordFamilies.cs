namespace ResourceBot.Catalogue.Search;

/// <summary>
/// Words that grew from one stem: "teaching" and "teacher", آموزشی and آموزش, ښوونکی and ښوونه. Stemming keeps them apart on
/// purpose, for an entry should be found under what it says; only a question with a word that nobody knows looks here.
/// </summary>
public sealed class WordFamilies
{
    private const int ShortestLatin = 4;
    private const int ShortestArabic = 3;

    private static readonly string[] LatinEndings =
    [
        "ations", "ation", "ments", "ment", "ings", "ing", "ists", "ist", "ers", "er", "ors", "or", "ion", "ions", "ies", "ied", "ery", "ary", "ance", "ence", "ant",
        "ent", "ive", "ity", "ful", "less", "ness", "ally", "al", "ic", "ical", "ly", "ed", "es", "s", "y", "e",
    ];

    private static readonly string[] ArabicEndings = Folded(
        "های هایی هایم هایش هایشان ها ان انه انی گان گی گاه گر گری کار کاری کننده مند مندی نده ندگی ندگان ور وری دان دانی شناس شناسی ساز سازی پز پزی " +
        "ات یات یت ش شی م مه ت ی ه ای یی ین یه وی یم ید ند تر ترین دن یدن تن ستن نی ل ول ېدل ونه ونو ونکي ونکی ونکې ونکو نه نو نې یز یزه یزې وال واله توب تیا و وو ۍ");

    private readonly FiledWords _byStem;

    /// <param name="words">Folded.</param>
    public WordFamilies(IEnumerable<string> words) =>
        _byStem = new FiledWords(from word in words.Distinct(StringComparer.Ordinal) from stem in Stems(word) select (stem, word));

    /// <summary>The words that have the longest stem in common with this one; itself is not among them.</summary>
    public IReadOnlyList<string> Of(string word)
    {
        foreach (var stem in Stems(word).OrderByDescending(stem => stem.Length))
        {
            var others = new List<string>();
            foreach (var other in _byStem.Under(stem))
            {
                if (other != word && other.StartsWith(stem, StringComparison.Ordinal)) others.Add(other);
            }

            if (others.Count > 0) return others;
        }

        return [];
    }

    private static IEnumerable<string> Stems(string word)
    {
        var latin = word[0] < '\u0080';
        var shortest = latin ? ShortestLatin : ShortestArabic;
        yield return word;
        foreach (var ending in latin ? LatinEndings : ArabicEndings)
        {
            if (word.Length - ending.Length >= shortest && word.EndsWith(ending, StringComparison.Ordinal)) yield return word[..^ending.Length];
        }
    }

    private static string[] Folded(string endings) =>
        [.. endings.Split(' ').Select(ending => Folding.Fold(ending)).Where(ending => ending.Length > 0).Distinct(StringComparer.Ordinal)];
}
