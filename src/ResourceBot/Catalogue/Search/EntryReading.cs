namespace ResourceBot.Catalogue.Search;

/// <summary>Reads an entry into the terms under which it is found, each with a strength from 0 to 1.</summary>
internal sealed class EntryReading(SynonymPhrases phrases, IReadOnlyDictionary<string, IReadOnlyList<string>> otherNames)
{
    // What stands in a title is what the entry is about; what stands in "who" may be said in passing.
    private const float TitleConcept = 0.85f;
    private const float NameConcept = 0.5f;
    private const float SummaryConcept = 0.5f;
    private const float WhoConcept = 0.25f;
    private const float HowConcept = 0.15f;
    private const float FacetConcept = 0.85f;
    private const float BothAgree = 0.6f;

    /// <summary>The terms of the entry, and the words of its names for the spelling.</summary>
    public (IReadOnlyDictionary<string, float> Terms, IReadOnlySet<string> Names) Read(Resource resource)
    {
        var found = new Dictionary<string, float>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (text, concept, word) in Texts(resource)) ReadText(text, concept, word, found, names);
        ReadFacets(resource, found);
        return (found, names);
    }

    private IEnumerable<(string Text, float Concept, float Word)> Texts(Resource resource)
    {
        foreach (var text in resource.Texts.Values)
        {
            yield return (text.Title, TitleConcept, 1);
            yield return (text.Summary, SummaryConcept, 0.5f);
            yield return (text.Who, WhoConcept, 0.3f);
            yield return (text.How, HowConcept, 0.2f);
        }

        yield return (resource.Provider, NameConcept, 0.8f);
        yield return (resource.Slug.Value, NameConcept, 0.85f);
        foreach (var alias in resource.Aliases) yield return (alias.Value, NameConcept, 0.85f);
        foreach (var name in otherNames.GetValueOrDefault(resource.Slug.Value) ?? []) yield return (name, 0, 1);
        // A short number is what people remember of a help line.
        yield return (string.Join(' ', resource.Channels.Phone.Where(number => number.Length <= 4)), 0, 1);
        yield return (Initials(resource.TextFor(ResourceBot.Languages.Language.English).Title), 0, 0.9f);
    }

    private void ReadText(string text, float concept, float word, Dictionary<string, float> found, HashSet<string> names)
    {
        var tokens = Tokens.Split(Folding.Fold(text));
        var concepts = new HashSet<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            ReadPhrases(tokens, i, concepts);
            ReadWord(tokens[i].Text, word, found, names);
            var joins = i + 1 < tokens.Count && tokens[i].IsLatin == tokens[i + 1].IsLatin && (tokens[i + 1].Glued || word >= 0.8f)
                && !StopWords.Contains(tokens[i].Text) && !StopWords.Contains(tokens[i + 1].Text);
            if (!joins) continue;
            var joined = tokens[i].Text + tokens[i + 1].Text;
            Put(found, Terms.Word(Stemming.Stem(joined)), word * 0.9f);
            if (word >= 0.8f) PutSkeletons(joined, word, found);
        }

        foreach (var number in concepts) Put(found, Terms.Concept(number), concept * phrases.Groups[number].InText);
    }

    private void ReadPhrases(IReadOnlyList<Token> tokens, int at, HashSet<int> concepts)
    {
        if (phrases.MayBegin(tokens[at].Text))
        {
            for (var count = Math.Min(SynonymPhrases.LongestPhrase, tokens.Count - at); count > 1; count--)
                concepts.UnionWith(phrases.Find(tokens, at, count));
        }

        if (!StopWords.Contains(tokens[at].Text)) concepts.UnionWith(phrases.Find(tokens[at].Text));
    }

    private static void ReadWord(string token, float word, Dictionary<string, float> found, HashSet<string> names)
    {
        if (StopWords.Contains(token)) return;
        Put(found, Terms.Word(Stemming.Stem(token)), word);
        if (word < 0.8f) return;
        names.Add(token);
        PutSkeletons(token, word, found);
    }

    private static void PutSkeletons(string token, float word, Dictionary<string, float> found)
    {
        foreach (var key in SkeletonKey.Of(token).Concat(SkeletonKey.Of(Stemming.Stem(token))).Where(key => SkeletonKey.Consonants(key) >= 2))
            Put(found, Terms.Skeleton(key), word * 0.9f);
    }

    // A fact and a text that say the same make it surer than either alone; two texts may be one sentence twice.
    private void ReadFacets(Resource resource, Dictionary<string, float> found)
    {
        var facets = EntryFacets.Strengths(resource);
        for (var number = 0; number < phrases.Groups.Count; number++)
        {
            var fact = FacetConcept * phrases.Groups[number].Facets.Select(pair => pair.Value * facets.GetValueOrDefault(pair.Key)).DefaultIfEmpty(0).Max();
            if (fact <= 0) continue;
            var term = Terms.Concept(number);
            var text = found.GetValueOrDefault(term);
            var (more, less) = (Math.Max(fact, text), Math.Min(fact, text));
            found[term] = more + (1 - more) * less * BothAgree;
        }
    }

    private static void Put(Dictionary<string, float> found, string term, float strength)
    {
        if (strength > found.GetValueOrDefault(term)) found[term] = strength;
    }

    private static string Initials(string title)
    {
        var initials = string.Concat(title.Split([' ', '-', '–', '('], StringSplitOptions.RemoveEmptyEntries)
            .Where(part => char.IsAsciiLetterUpper(part[0])).Select(part => part[0]));
        return initials.Length is >= 3 and <= 6 ? initials : "";
    }
}
