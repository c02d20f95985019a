namespace ResourceBot.Catalogue.Search;

/// <summary>
/// Reads a question word by word: phrases of the synonyms first, longest first, then words of the catalogue, then what sounds
/// or looks like one of them.
/// </summary>
/// <param name="hasTerm">Whether any entry has this term.</param>
/// <param name="spelling">The names in the catalogue.</param>
internal sealed class QuestionReading(SynonymPhrases phrases, Spelling synonymSpelling, Spelling spelling, Func<string, bool> hasTerm)
{
    // Longer questions say the same again; and reading must stay within a few milliseconds.
    private const int MostTokens = 40;

    private const float WordWeight = 1.0f;
    private const float UnknownWeight = 0.45f;
    private const float NumberWeight = 0.6f;

    private static readonly string[] LatinEndings = ["hai", "haye", "ha", "una", "uno", "ona", "ono", "an", "at", "ian", "i", "e"];

    /// <param name="tokens">Of the folded question.</param>
    public IReadOnlyList<Unit> Read(IReadOnlyList<Token> tokens)
    {
        var kept = tokens.Take(MostTokens).ToList();
        if (kept.TrueForAll(token => StopWords.IsGreeting(token.Text))) return [];
        var units = new List<Unit>();
        for (var i = 0; i < kept.Count;)
        {
            var (unit, taken) = ReadAt(kept, i);
            if (unit is not null) units.Add(unit);
            i += taken;
        }

        return Merge(units);
    }

    private (Unit? Unit, int Taken) ReadAt(List<Token> tokens, int at)
    {
        for (var count = phrases.MayBegin(tokens[at].Text) ? Math.Min(SynonymPhrases.LongestPhrase, tokens.Count - at) : 0; count > 1; count--)
        {
            if (phrases.Find(tokens, at, count) is { Count: > 0 } groups) return (OfGroups(groups, 1), count);
        }

        var token = tokens[at];
        if (ReadJoined(tokens, at) is { } joined) return (joined, 2);
        if (phrases.Find(token.Text) is { Count: > 0 } single) return (OfGroups(single, 1), 1);
        if (StopWords.Contains(token.Text) || (token.Text.Length == 1 && !token.IsNumber)) return (null, 1);
        for (var count = Math.Min(3, tokens.Count - at); count > 1; count--)
        {
            if (!Enumerable.Range(at, count).Any(i => IsKnown(tokens[i])) && phrases.FindPhraseBySkeleton(tokens, at, count) is { Count: > 0 } sounding)
                return (OfGroups(sounding, 0.8f), count);
        }

        return (ReadWord(token), 1);
    }

    // سکالر شیپ is one word that somebody cut, and فرانتلاین two that somebody joined.
    private Unit? ReadJoined(List<Token> tokens, int at)
    {
        if (at + 1 >= tokens.Count || tokens[at].IsLatin != tokens[at + 1].IsLatin) return null;
        if (!tokens[at + 1].Glued && IsKnown(tokens[at]) && IsKnown(tokens[at + 1])) return null;
        if (at + 2 < tokens.Count && phrases.Find(tokens, at + 1, 2).Count > 0) return null;
        var joined = tokens[at].Text + tokens[at + 1].Text;
        if (phrases.Find(joined) is { Count: > 0 } groups) return OfGroups(groups, 1);
        return !StopWords.Contains(tokens[at + 1].Text) && hasTerm(Terms.Word(Stemming.Stem(joined)))
            ? new Unit([(Terms.Word(Stemming.Stem(joined)), 1)], WordWeight, null)
            : null;
    }

    private bool IsKnown(Token token) =>
        phrases.Find(token.Text).Count > 0 || StopWords.Contains(token.Text) || hasTerm(Terms.Word(Stemming.Stem(token.Text)));

    private Unit ReadWord(Token token)
    {
        var word = Terms.Word(Stemming.Stem(token.Text));
        if (token.IsNumber) return new Unit([(word, 1)], NumberWeight, null);
        if (hasTerm(word)) return KnownWord(token, word);

        var candidates = new List<Unit>();
        var near = synonymSpelling.Near(token.Text);
        var nearName = spelling.Near(token.Text);
        var fewest = near.Concat(nearName).Select(pair => pair.Mistakes).DefaultIfEmpty(9).Min();
        foreach (var (other, mistakes) in near.Where(pair => pair.Mistakes == fewest))
            candidates.Add(OfGroups(phrases.Find(other), mistakes == 1 ? 0.9f : 0.7f));
        foreach (var (other, mistakes) in nearName.Where(pair => pair.Mistakes == fewest))
            candidates.Add(new Unit([(Terms.Word(Stemming.Stem(other)), mistakes == 1 ? 0.85f : 0.65f)], WordWeight, null));
        // In Arabic letters a slip of one letter is more likely than a word that shares its consonants; in Latin ones it is not.
        if (candidates.Count == 0 || fewest > 1 || token.IsLatin) candidates.AddRange(Sounding(token));
        return candidates.Count == 0
            ? new Unit([(word, 1)], UnknownWeight, null)
            : candidates.Count == 1 ? candidates[0]
            : new Unit(
                [.. candidates.SelectMany(unit => unit.Terms).GroupBy(term => term.Term, StringComparer.Ordinal).Select(same => same.MaxBy(term => term.Weight))],
                candidates.Max(unit => unit.Weight),
                candidates.Select(unit => unit.Filter).FirstOrDefault(filter => filter is not null))
            { Asks = candidates.Select(unit => unit.Asks).FirstOrDefault(asks => asks != Asks.Either) };
    }

    private Unit KnownWord(Token token, string word)
    {
        var terms = new List<(string, float)> { (word, 1) };
        terms.AddRange(SkeletonKey.Of(token.Text).Where(key => SkeletonKey.Consonants(key) >= 3).Select(key => (Terms.Skeleton(key), 0.6f)));
        // bors and burs stand in Latin names too, and yet she means a scholarship.
        if (token.IsLatin)
        {
            foreach (var key in SkeletonKey.Of(token.Text).Where(key => SkeletonKey.Consonants(key) >= 3))
                terms.AddRange(phrases.FindBySkeleton(key).Select(group => (Terms.Concept(group), 0.5f)));
        }

        return new Unit(terms, WordWeight, null);
    }

    private IEnumerable<Unit> Sounding(Token token)
    {
        foreach (var word in Endings(token))
        {
            if (word != token.Text && phrases.Find(word) is { Count: > 0 } known)
            {
                yield return OfGroups(known, 0.85f);
                yield break;
            }

            foreach (var key in SkeletonKey.Of(word).Concat(SkeletonKey.Of(Stemming.Stem(word))).Distinct(StringComparer.Ordinal))
            {
                var consonants = SkeletonKey.Consonants(key);
                if ((consonants >= 3 || (token.IsLatin && consonants == 2 && word.Length is >= 3 and <= 6)) && phrases.FindBySkeleton(key) is { Count: > 0 } groups)
                {
                    yield return OfGroups(groups, 0.8f);
                    yield break;
                }
            }
        }

        foreach (var key in SkeletonKey.Of(token.Text))
        {
            var consonants = SkeletonKey.Consonants(key);
            if ((consonants >= 4 || (consonants >= 3 && token.Text.Length >= 4) || (consonants == 2 && token.Text.Length is 3 or 4))
                && hasTerm(Terms.Skeleton(key)))
            {
                yield return new Unit([(Terms.Skeleton(key), consonants == 2 ? 0.6f : 0.75f)], WordWeight, null);
            }
        }
    }

    private static IEnumerable<string> Endings(Token token)
    {
        yield return token.Text;
        if (!token.IsLatin) yield break;
        foreach (var ending in LatinEndings.Where(ending => token.Text.Length - ending.Length >= 3 && token.Text.EndsWith(ending, StringComparison.Ordinal)))
            yield return token.Text[..^ending.Length];
    }

    // One word may stand in several groups: any of them answers it.
    private Unit OfGroups(IReadOnlyList<int> numbers, float weight)
    {
        var terms = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var number in numbers)
        {
            Put(Terms.Concept(number), weight);
            foreach (var (broader, how) in phrases.Groups[number].Broader)
            {
                if (phrases.NumberOf(broader) is { } other) Put(Terms.Concept(other), weight * how);
            }
        }

        var groups = numbers.Select(number => phrases.Groups[number]).ToList();
        return new Unit(
            [.. terms.Select(pair => (pair.Key, pair.Value))],
            groups.Max(group => group.Weight),
            groups.Select(group => group.Filter).FirstOrDefault(filter => filter is not null))
        { Asks = groups[0].Asks };

        void Put(string term, float how) => terms[term] = Math.Max(how, terms.GetValueOrDefault(term));
    }

    // The same thing said twice does not count twice.
    private static List<Unit> Merge(List<Unit> units) => [.. units.DistinctBy(unit => unit.Terms[0].Term)];
}
