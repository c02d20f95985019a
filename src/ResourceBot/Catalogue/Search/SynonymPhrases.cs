namespace ResourceBot.Catalogue.Search;

/// <summary>All words of all groups, ready for looking up: as written, without endings, without spaces, and by consonants.</summary>
public sealed class SynonymPhrases
{
    /// <summary>Words of the longest phrase that is looked for.</summary>
    public const int LongestPhrase = 5;

    private readonly Dictionary<string, int[]> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _skeletons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _phraseSkeletons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers;
    private readonly HashSet<string> _beginnings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _phraseWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _bare = new(StringComparer.Ordinal);

    /// <param name="asked">With the words that count only in a question.</param>
    public SynonymPhrases(IReadOnlyList<SynonymGroup> groups, bool asked)
    {
        Groups = groups;
        _numbers = groups.Index().DistinctBy(pair => pair.Item.Id).ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        for (var number = 0; number < groups.Count; number++)
        {
            foreach (var term in groups[number].Terms) Add(term, number);
            if (!asked) continue;
            foreach (var term in groups[number].Asked) Add(term, number);
        }
    }

    public IReadOnlyList<SynonymGroup> Groups { get; }

    /// <summary>The number of the group with this id.</summary>
    public int? NumberOf(string id) => _numbers.TryGetValue(id, out var number) ? number : null;

    /// <summary>Folded words for the spelling.</summary>
    public IEnumerable<string> Words => _words;

    /// <summary>Folded words of phrases, too.</summary>
    public IEnumerable<string> AllWords => _words.Concat(_phraseWords);

    /// <summary>The groups of a phrase without the words in it that say nothing: "learn the German language".</summary>
    /// <param name="stems">Of the words that say something.</param>
    public IReadOnlyList<int> FindBare(IEnumerable<string> stems) => _bare.TryGetValue(string.Join(' ', stems), out var groups) ? groups : [];

    /// <summary>Whether a phrase of more than one word may begin with this one.</summary>
    public bool MayBegin(string word) => _beginnings.Contains(word) || _beginnings.Contains(Stemming.Stem(word));

    /// <summary>The groups of these words in a row; none when they are no phrase of ours.</summary>
    public IReadOnlyList<int> Find(IReadOnlyList<Token> tokens, int start, int count)
    {
        var words = tokens.Skip(start).Take(count).Select(token => token.Text).ToList();
        if (_exact.TryGetValue(string.Join(' ', words), out var exact)) return exact;
        return _stems.TryGetValue(string.Join(' ', words.Select(Stemming.Stem)), out var stems) ? stems : [];
    }

    /// <summary>Whether a term is written exactly so.</summary>
    public bool Has(string word) => _exact.ContainsKey(word);

    public IReadOnlyList<int> Find(string word) =>
        _exact.TryGetValue(word, out var exact) ? exact : _stems.TryGetValue(Stemming.Stem(word), out var stems) ? stems : [];

    public IReadOnlyList<int> FindBySkeleton(string key) => _skeletons.TryGetValue(key, out var groups) ? groups : [];

    /// <summary>Groups that have a phrase with the consonants of these words.</summary>
    public IReadOnlyList<int> FindPhraseBySkeleton(IReadOnlyList<Token> tokens, int start, int count)
    {
        var keys = new List<string>(count);
        for (var i = start; i < start + count; i++)
        {
            if (SkeletonKey.Of(tokens[i].Text) is not [var key, ..]) return [];
            keys.Add(key);
        }

        return _phraseSkeletons.TryGetValue(string.Join(' ', keys), out var groups) ? groups : [];
    }

    private void Add(string term, int number)
    {
        var tokens = Tokens.Split(Folding.Fold(term));
        if (tokens.Count == 0) return;
        Put(_exact, string.Join(' ', tokens.Select(token => token.Text)), number);
        Put(_stems, string.Join(' ', tokens.Select(token => Stemming.Stem(token.Text))), number);
        if (tokens.Count > 1)
        {
            _beginnings.Add(tokens[0].Text);
            _beginnings.Add(Stemming.Stem(tokens[0].Text));
            Put(_exact, string.Concat(tokens.Select(token => token.Text)), number);
            foreach (var key in Combine(tokens)) Put(_phraseSkeletons, key, number);
            _phraseWords.UnionWith(tokens.Select(token => token.Text));
            var bare = tokens.Where(token => !StopWords.Contains(token.Text)).Select(token => Stemming.Stem(token.Text)).ToList();
            if (bare.Count > 1 && !tokens.Any(token => StopWords.Denies(token.Text))) Put(_bare, string.Join(' ', bare), number);
            return;
        }

        var word = tokens[0].Text;
        _words.Add(word);
        foreach (var key in SkeletonKey.Of(word).Concat(SkeletonKey.Of(Stemming.Stem(word)))) Put(_skeletons, key, number);
    }

    private static IEnumerable<string> Combine(IReadOnlyList<Token> tokens)
    {
        IEnumerable<string> keys = [""];
        foreach (var token in tokens)
        {
            var own = SkeletonKey.Of(token.Text);
            if (own.Count == 0) return [];
            keys = keys.SelectMany(key => own.Select(next => key.Length == 0 ? next : $"{key} {next}"));
        }

        return keys;
    }

    private static void Put(Dictionary<string, int[]> into, string key, int number)
    {
        // Nearly all have one number; a list for each of the tens of thousands would take more than twice the memory.
        if (!into.TryGetValue(key, out var numbers)) into[key] = [number];
        else if (!numbers.Contains(number)) into[key] = [.. numbers, number];
    }
}
