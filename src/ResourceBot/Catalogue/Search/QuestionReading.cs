namespace ResourceBot.Catalogue.Search;

/// <summary>
/// Reads a question word by word: phrases of the synonyms first, longest first, then words of the catalogue, then what sounds
/// or looks like one of them.
/// </summary>
/// <param name="synonymSpelling">The single words of the synonyms.</param>
/// <param name="spelling">The names in the catalogue.</param>
internal sealed class QuestionReading(SearchWords words, Spelling synonymSpelling, Spelling spelling, Postings postings)
{
    // Longer questions say the same again; and reading must stay within a few milliseconds.
    private const int MostTokens = 40;

    private const float NameWeight = 1.0f;
    private const float WordWeight = 0.5f;
    private const float UnknownWeight = 0.45f;
    private const float NumberWeight = 0.6f;
    private const float WeightBesides = 0.15f;
    private const float FewEntries = 4;

    private static readonly string[] LatinEndings = ["hai", "haye", "ha", "una", "uno", "ona", "ono", "an", "at", "ian", "i", "e"];

    /// <param name="tokens">Of the folded question.</param>
    public IReadOnlyList<Unit> Read(IReadOnlyList<Token> tokens)
    {
        var kept = tokens.Take(MostTokens).ToList();
        if (kept.TrueForAll(token => StopWords.IsGreeting(token.Text))) return [];
        var parts = ReadParts(kept);
        // The same thing said twice does not count twice.
        return [.. parts.Select(part => part.Unit).Concat(parts.SelectMany(part => Besides(part, kept))).DistinctBy(unit => unit.Terms[0].Term)];
    }

    // "Python" is coding; and an entry that says Python is what she wants.
    private IEnumerable<Unit> Besides(ReadPart part, List<Token> tokens) => Terms.GroupOf(part.Unit.Terms[0].Term) is null ? []
        : tokens.Skip(part.Start).Take(part.Count).Select(token => Terms.Word(Stemming.Stem(token.Text)))
            .Where(word => postings.Mass(word) is > 0 and <= FewEntries && part.Unit.Terms.All(term => term.Term != word))
            .Select(word => new Unit([(word, 1)], WeightBesides, Filter: null));

    /// <summary>The units with the words that they were read from.</summary>
    public IReadOnlyList<ReadPart> ReadParts(IReadOnlyList<Token> tokens)
    {
        var parts = new List<ReadPart>();
        var corrected = tokens.Select(Correct).ToList();
        for (var i = 0; i < tokens.Count;)
        {
            var (unit, taken, certainty) = ReadAt(tokens, corrected, i);
            if (unit is not null) parts.Add(new ReadPart(unit, i, taken, certainty));
            i += taken;
        }

        return parts;
    }

    private (Unit? Unit, int Taken, Certainty Certainty) ReadAt(IReadOnlyList<Token> tokens, List<Token> corrected, int at)
    {
        for (var count = words.Asked.MayBegin(corrected[at].Text) ? Math.Min(SynonymPhrases.LongestPhrase, tokens.Count - at) : 0; count > 1; count--)
        {
            if (words.Asked.Find(tokens, at, count) is { Count: > 0 } groups) return (OfGroups(groups, 1), count, Certainty.Meant);
            if (words.Asked.Find(corrected, at, count) is { Count: > 0 } meant) return (OfGroups(meant, 0.9f), count, Certainty.Guessed);
        }

        if (ReadBare(corrected, at) is { } bare) return (bare.Unit, bare.Taken, Certainty.Meant);
        var token = tokens[at];
        if (ReadJoined(tokens, at) is { } joined) return (joined, 2, Certainty.Meant);
        // The stem of a word that says nothing may be that of one that does: "dar" is no "dars".
        if ((!StopWords.Contains(token.Text) || words.Asked.Has(token.Text)) && words.Asked.Find(token.Text) is { Count: > 0 } single)
            return (OrName(OfGroups(single, 1), token), 1, Certainty.Meant);
        if (StopWords.Contains(token.Text) || (token.Text.Length == 1 && !token.IsNumber)) return (null, 1, Certainty.Meant);
        for (var count = Math.Min(3, tokens.Count - at); count > 1; count--)
        {
            if (!Enumerable.Range(at, count).Any(i => IsKnown(tokens[i])) && words.Asked.FindPhraseBySkeleton(tokens, at, count) is { Count: > 0 } sounding)
                return (OfGroups(sounding, 0.8f), count, Certainty.Guessed);
        }

        var (unit, certainty) = ReadWord(token);
        return (unit, 1, certainty);
    }

    // Duolingo is a test of English, and a name: the entry of that name answers best.
    private Unit OrName(Unit unit, Token token) =>
        postings.IsName(token) ? unit with { Terms = [.. unit.Terms, (Terms.Word(Stemming.Stem(token.Text)), 1)] } : unit;

    // One misspelt word must not break up a phrase.
    private Token Correct(Token token) =>
        token.IsNumber || IsKnown(token) ? token
        : words.PhraseSpelling.Near(token.Text).OrderBy(near => near.Word, StringComparer.Ordinal).FirstOrDefault().Word is { } word ? token with { Text = word }
        : token;

    // The words of a phrase with words between them that say nothing.
    private (Unit Unit, int Taken)? ReadBare(List<Token> tokens, int at)
    {
        if (StopWords.Contains(tokens[at].Text)) return null;
        var stems = new List<string>();
        (Unit, int)? longest = null;
        for (var i = at; i < tokens.Count && i - at < SynonymPhrases.LongestPhrase + 2 && !StopWords.Denies(tokens[i].Text); i++)
        {
            if (StopWords.Contains(tokens[i].Text)) continue;
            stems.Add(Stemming.Stem(tokens[i].Text));
            if (stems.Count > 1 && words.Asked.FindBare(stems) is { Count: > 0 } groups) longest = (OfGroups(groups, 0.9f), i - at + 1);
        }

        return longest;
    }

    // سکالر شیپ is one word that somebody cut, and فرانتلاین two that somebody joined.
    private Unit? ReadJoined(IReadOnlyList<Token> tokens, int at)
    {
        if (at + 1 >= tokens.Count || tokens[at].IsLatin != tokens[at + 1].IsLatin) return null;
        if (!tokens[at + 1].Glued && IsKnown(tokens[at]) && IsKnown(tokens[at + 1])) return null;
        if (at + 2 < tokens.Count && words.Asked.Find(tokens, at + 1, 2).Count > 0) return null;
        var joined = tokens[at].Text + tokens[at + 1].Text;
        if (words.Asked.Find(joined) is { Count: > 0 } groups) return OfGroups(groups, 1);
        return !StopWords.Contains(tokens[at + 1].Text) && postings.Has(Terms.Word(Stemming.Stem(joined)))
            ? new Unit([(Terms.Word(Stemming.Stem(joined)), 1)], NameWeight, null)
            : null;
    }

    private bool IsKnown(Token token) =>
        words.Asked.Find(token.Text).Count > 0 || StopWords.Contains(token.Text) || postings.Has(Terms.Word(Stemming.Stem(token.Text)));

    private (Unit Unit, Certainty Certainty) ReadWord(Token token)
    {
        var word = Terms.Word(Stemming.Stem(token.Text));
        if (token.IsNumber) return (new Unit([(word, 1)], NumberWeight, null), Certainty.Plain);
        if (postings.Has(word)) return (KnownWord(token, word), Certainty.Plain);

        var candidates = new List<Unit>();
        var near = synonymSpelling.Near(token.Text);
        var nearName = spelling.Near(token.Text);
        var fewest = near.Concat(nearName).Select(pair => pair.Mistakes).DefaultIfEmpty(9).Min();
        foreach (var (other, mistakes) in near.Where(pair => pair.Mistakes == fewest))
            candidates.Add(OfGroups(words.Asked.Find(other), mistakes == 1 ? 0.9f : 0.7f));
        foreach (var (other, mistakes) in nearName.Where(pair => pair.Mistakes == fewest))
            candidates.Add(new Unit([(Terms.Word(Stemming.Stem(other)), mistakes == 1 ? 0.85f : 0.65f)], NameWeight, null));
        if (candidates.Count == 0 || fewest > 1) candidates.AddRange(OfFamily(token.Text, 0.75f));
        // In Arabic letters a slip of one letter is more likely than a word that shares its consonants; in Latin ones it is not.
        if (candidates.Count == 0 || fewest > 1) candidates.AddRange(Sounding(token, fewestConsonants: 2));
        else if (token.IsLatin) candidates.AddRange(Sounding(token, fewestConsonants: 3));
        return candidates.Count == 0 ? (new Unit([(word, 1)], UnknownWeight, null) { IsUnknown = true }, Certainty.Plain) : (AnyOf(candidates), Certainty.Guessed);
    }

    private static Unit AnyOf(List<Unit> candidates) => candidates is [var only]
        ? only
        : new Unit(
            [.. candidates.SelectMany(unit => unit.Terms).GroupBy(term => term.Term, StringComparer.Ordinal).Select(same => same.MaxBy(term => term.Weight))],
            candidates.Max(unit => unit.Weight),
            candidates.Select(unit => unit.Filter).FirstOrDefault(filter => filter is not null))
        { Asks = candidates.Select(unit => unit.Asks).FirstOrDefault(asks => asks != Asks.Either) };

    private Unit KnownWord(Token token, string word)
    {
        var terms = new List<(string, float)> { (word, 1) };
        terms.AddRange(SkeletonKey.Of(token.Text).Where(key => SkeletonKey.Consonants(key) >= 3).Select(key => (Terms.Skeleton(key), 0.6f)));
        // bors and burs stand in Latin names too, and yet she means a scholarship.
        if (token.IsLatin)
        {
            foreach (var key in SkeletonKey.Of(token.Text).Where(key => SkeletonKey.Consonants(key) >= 3))
                terms.AddRange(words.Asked.FindBySkeleton(key).Select(group => (Terms.Concept(group), 0.5f)));
        }

        return new Unit(terms, postings.IsName(token) ? NameWeight : WordWeight, null);
    }

    private IEnumerable<Unit> OfFamily(string word, float weight) =>
        words.Families.Of(word).SelectMany(words.Asked.Find).Distinct().Select(group => OfGroups([group], weight));

    private IEnumerable<Unit> Sounding(Token token, int fewestConsonants)
    {
        foreach (var word in Endings(token))
        {
            if (word != token.Text && words.Asked.Find(word) is { Count: > 0 } known)
            {
                yield return OfGroups(known, 0.85f);
                yield break;
            }

            foreach (var key in SkeletonKey.Of(word).Concat(SkeletonKey.Of(Stemming.Stem(word))).Distinct(StringComparer.Ordinal))
            {
                var consonants = SkeletonKey.Consonants(key);
                if (consonants >= fewestConsonants && (consonants >= 3 || (token.IsLatin && consonants == 2 && word.Length is >= 3 and <= 6)) && words.Asked.FindBySkeleton(key) is { Count: > 0 } groups)
                {
                    yield return OfGroups(groups, 0.8f);
                    yield break;
                }
            }
        }

        foreach (var key in SkeletonKey.Of(token.Text))
        {
            var consonants = SkeletonKey.Consonants(key);
            var enough = consonants >= 4 || (consonants >= 3 && token.Text.Length >= 4) || (consonants == 2 && token.Text.Length is 3 or 4);
            if (enough && consonants >= fewestConsonants && postings.Has(Terms.Skeleton(key)))
                yield return new Unit([(Terms.Skeleton(key), consonants == 2 ? 0.6f : 0.75f)], NameWeight, null);
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
            foreach (var (broader, how) in words.Asked.Groups[number].Broader)
            {
                if (words.Asked.NumberOf(broader) is { } other) Put(Terms.Concept(other), weight * how);
            }
        }

        var groups = numbers.Select(number => words.Asked.Groups[number]).ToList();
        return new Unit(
            [.. terms.Select(pair => (pair.Key, pair.Value))],
            groups.Max(group => group.Weight),
            groups.Select(group => group.Filter).FirstOrDefault(filter => filter is not null))
        { Asks = groups[0].Asks };

        void Put(string term, float how) => terms[term] = Math.Max(how, terms.GetValueOrDefault(term));
    }
}
