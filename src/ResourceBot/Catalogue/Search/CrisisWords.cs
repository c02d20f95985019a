namespace ResourceBot.Catalogue.Search;

/// <summary>One kind of danger that words may speak of.</summary>
/// <param name="HelpLines">Slugs of the help lines that come first, in this order.</param>
/// <param name="Phrases">Phrases that say it by themselves; whatever sounds like one of them says it too.</param>
/// <param name="AsWritten">Phrases that count only as they are written: in English, killing and calling have one sound.</param>
/// <param name="Together">Pairs of words that say it together.</param>
public sealed record Danger(
    string Id,
    IReadOnlyList<Slug> HelpLines,
    IReadOnlyList<string> Phrases,
    IReadOnlyList<string> AsWritten,
    IReadOnlyList<WordPair> Together);

/// <summary>A danger is meant when one word out of each list stands near one of the other.</summary>
/// <param name="Within">How many words apart at most: what stands further apart in a long message does not belong together.</param>
public sealed record WordPair(IReadOnlyList<string> First, IReadOnlyList<string> Second, int Within);

/// <summary>A danger, and the words that speak of it.</summary>
public sealed record DangerSign(Danger Danger, string Words);

/// <summary>
/// Recognises that somebody writes out of danger. A rule of its own, before any search and without any score: a girl in
/// danger may write one misspelt word, and ranking must not decide whether she sees a help line.
/// </summary>
public sealed class CrisisWords
{
    // Shorter words become others by one letter.
    private const int ShortestMisspelt = 6;
    private const int LongestMisspelt = 16;

    // What is left of a shorter word is too little: تېر, "past", would be تېری, "assault".
    private const int ShortestStem = 4;

    private const char SoundMark = '#';

    private readonly Dictionary<string, Danger> _phrases = new(StringComparer.Ordinal);
    private readonly List<(Danger Danger, HashSet<string> First, HashSet<string> Second, int Within)> _together = [];
    private int _longest = 1;

    public CrisisWords(IReadOnlyList<Danger> dangers)
    {
        Dangers = dangers;
        foreach (var danger in dangers)
        {
            foreach (var phrase in danger.Phrases) AddPhrase(danger, phrase, bySound: true);
            foreach (var phrase in danger.AsWritten) AddPhrase(danger, phrase, bySound: false);

            foreach (var pair in danger.Together) _together.Add((danger, SetKeys(pair.First), SetKeys(pair.Second), pair.Within));
        }
    }

    public IReadOnlyList<Danger> Dangers { get; }

    private void AddPhrase(Danger danger, string phrase, bool bySound)
    {
        var words = Read(phrase);
        _longest = Math.Max(_longest, words.Count);
        foreach (var key in PhraseKeys(words, 0, words.Count).Where(key => bySound || key[0] != SoundMark)) _phrases.TryAdd(key, danger);
    }

    /// <summary>The dangers that the words speak of, each once; none usually.</summary>
    /// <param name="tokens">All of them: a long message may say it at its end.</param>
    public IReadOnlyList<DangerSign> Find(IReadOnlyList<Token> tokens)
    {
        if (tokens.Count == 0) return [];
        var read = new Dictionary<string, Word>(StringComparer.Ordinal);
        var words = tokens.Select(token =>
        {
            if (!read.TryGetValue(token.Text, out var word)) read[token.Text] = word = new Word(token.Text);
            return word;
        }).ToList();
        return [.. FindPhrases(words).Concat(FindTogether(words)).DistinctBy(sign => sign.Danger.Id)];
    }

    private IEnumerable<DangerSign> FindPhrases(List<Word> words)
    {
        for (var start = 0; start < words.Count; start++)
        {
            for (var count = 1; count <= Math.Min(_longest, words.Count - start); count++)
            {
                foreach (var key in PhraseKeys(words, start, count))
                {
                    if (!_phrases.TryGetValue(key, out var danger)) continue;
                    yield return new DangerSign(danger, string.Join(' ', words.Skip(start).Take(count).Select(word => word.Text)));
                    break;
                }
            }
        }
    }

    private IEnumerable<DangerSign> FindTogether(List<Word> words)
    {
        foreach (var (danger, first, second, within) in _together)
        {
            var seconds = Enumerable.Range(0, words.Count).Where(i => words[i].Keys.Any(second.Contains)).ToList();
            if (seconds.Count == 0) continue;
            for (var i = 0; i < words.Count; i++)
            {
                if (!words[i].Keys.Any(first.Contains)) continue;
                var other = seconds.FindIndex(at => at != i && Math.Abs(at - i) <= within);
                if (other < 0) continue;
                var (left, right) = (Math.Min(i, seconds[other]), Math.Max(i, seconds[other]));
                yield return new DangerSign(danger, $"{words[left].Text} {words[right].Text}");
                break;
            }
        }
    }

    private static List<Word> Read(string phrase) => [.. Tokens.Split(Folding.Fold(phrase)).Select(token => new Word(token.Text))];

    private static HashSet<string> SetKeys(IReadOnlyList<string> words) =>
        words.SelectMany(Read).SelectMany(word => word.Keys).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> PhraseKeys(List<Word> words, int start, int count)
    {
        if (count == 1)
        {
            foreach (var key in words[start].Keys) yield return key;
            foreach (var key in words[start].Misspelt) yield return key;
            yield break;
        }

        var own = words.GetRange(start, count);
        yield return string.Join(' ', own.Select(word => word.Text));
        yield return string.Concat(own.Select(word => word.Text));
        yield return string.Join(' ', own.Select(word => word.Stem));
        if (own.TrueForAll(word => word.Skeleton is not null) && own.Sum(word => SkeletonKey.Consonants(word.Skeleton!)) >= 4)
            yield return SoundMark + string.Join(' ', own.Select(word => word.Skeleton));
    }

    private sealed class Word
    {
        public Word(string text)
        {
            Text = text;
            Stem = Stemming.Stem(text);
            var skeletons = SkeletonKey.Of(text);
            Skeleton = skeletons.Count > 0 ? skeletons[0] : null;
            // Few consonants do not tell short words apart.
            Keys = [text, .. Stem.Length >= ShortestStem ? [Stem] : Array.Empty<string>(), .. skeletons.Where(key => SkeletonKey.Consonants(key) >= 4).Select(key => SoundMark + key)];
            Misspelt = text.Length is < ShortestMisspelt or > LongestMisspelt ? [] : [.. Enumerable.Range(0, text.Length).Select(i => "-" + text.Remove(i, 1)), "-" + text];
        }

        public string Text { get; }

        public string Stem { get; }

        public string? Skeleton { get; }

        public IReadOnlyList<string> Keys { get; }

        /// <summary>Equal to one of another word when one letter of the two differs.</summary>
        public IReadOnlyList<string> Misspelt { get; }
    }
}
