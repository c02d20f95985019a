using System.Buffers;
using System.Runtime.InteropServices;
using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Search;

/// <summary>
/// The whole catalogue as the search sees it: for each term the entries that have it, in flat arrays. Never changes; a new
/// revision of the catalogue gets a new one. Every question is scored exactly, without a candidate list that could miss the
/// best entry.
/// </summary>
public sealed class SearchIndex
{
    /// <summary>More hits than anybody pages through.</summary>
    public const int MostHits = 120;

    // How much of the question an entry must answer to be shown, and to be called an answer.
    private const float Least = 0.30f;
    private const float LeastOfBest = 0.40f;
    private const float ConfidentFrom = 0.45f;

    // With fewer hits than these, others of their kind are added.
    private const int Enough = 5;

    private const float RarestCounts = 4f;
    private const float CommonestCounts = 0.7f;

    private readonly SearchWords _words;
    private readonly QuestionReading _reading;
    private readonly Resource[] _entries;
    private readonly float[] _standing;
    private readonly float[] _forStudy;
    private readonly float[] _forSupport;
    private readonly float[] _forEither;
    private readonly float[] _abroad;
    private readonly Dictionary<string, (int Start, int Count)> _terms;
    private readonly int[] _postings;
    private readonly byte[] _strengths;
    private readonly Dictionary<string, ResourceId> _bySlug;
    private readonly Dictionary<ResourceId, int> _byId;
    private readonly Related _related;

    private SearchIndex(
        SearchWords words, Spelling synonymSpelling, Spelling spelling, Resource[] entries,
        Dictionary<string, (int Start, int Count)> terms, int[] postings, byte[] strengths,
        List<(int Group, byte Strength)>[] concepts)
    {
        _words = words;
        _entries = entries;
        _terms = terms;
        _postings = postings;
        _strengths = strengths;
        _standing = [.. entries.Select(Standing.Of)];
        _forStudy = [.. entries.Select(Standing.ForStudy)];
        _forSupport = [.. entries.Select(Standing.ForSupport)];
        _forEither = [.. entries.Select(_ => 1f)];
        _abroad = [.. entries.Select(Standing.WithoutCountry)];
        _reading = new QuestionReading(words.Phrases, synonymSpelling, spelling, terms.ContainsKey);
        _byId = entries.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);
        _related = Related.From(concepts, group => Rarity(terms.TryGetValue(Terms.Concept(group), out var list) ? list.Count : 0));
        _bySlug = entries.SelectMany(entry => entry.Aliases.Prepend(entry.Slug).Select(slug => (slug.Value, entry.Id)))
            .DistinctBy(pair => pair.Value).ToDictionary(pair => pair.Value, pair => pair.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<Resource> Entries => _entries;

    public int Count => _entries.Length;

    public int TermCount => _terms.Count;

    /// <summary>Bytes of the lists of entries; the terms themselves come on top.</summary>
    public long PostingBytes => _postings.LongLength * (sizeof(int) + sizeof(byte));

    public static SearchIndex Build(IReadOnlyList<Resource> resources, SearchWords words, Spelling synonymSpelling)
    {
        var reading = new EntryReading(words.Phrases, words.Names);
        var lists = new Dictionary<string, List<(int Entry, byte Strength)>>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var concepts = new List<(int Group, byte Strength)>[resources.Count];
        for (var i = 0; i < resources.Count; i++)
        {
            var (terms, own) = reading.Read(resources[i]);
            names.UnionWith(own);
            concepts[i] = [];
            foreach (var (term, strength) in terms)
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, term, out _);
                (list ??= []).Add((i, (byte)Math.Round(strength * byte.MaxValue)));
                if (Terms.GroupOf(term) is { } group && Related.Tells(words.Phrases.Groups[group])) concepts[i].Add((group, (byte)Math.Round(strength * byte.MaxValue)));
            }
        }

        return Flatten([.. resources], lists, words, synonymSpelling, new Spelling(names, most: 1), concepts);
    }

    /// <summary>Answers from any words; see <see cref="IResourceSearch"/>.</summary>
    public SearchAnswer Ask(SearchQuestion question)
    {
        var tokens = Tokens.Split(Folding.Fold(question.Words, SearchQuestion.MostLetters));
        var dangers = _words.Crisis.Find(tokens);
        var units = _reading.Read(tokens);
        var (filters, active) = Narrow(units, question.Without);
        var hits = Score(active, question.Reader, question.Place);
        hits = WithRelated(hits, question);
        var helpLines = HelpLines(dangers, question.Place, active);
        return new SearchAnswer(
            [.. hits.Where(hit => !helpLines.Contains(hit.Id))],
            Confident: hits.Count > 0 && hits[0].Score >= ConfidentFrom,
            helpLines,
            filters,
            hits.Count > 0 ? [] : Nearest(units));
    }

    /// <summary>What a question asks for, as the search reads it.</summary>
    public IReadOnlyList<Unit> Understand(string words) => _reading.Read(Tokens.Split(Folding.Fold(words, SearchQuestion.MostLetters)));

    /// <summary>How strongly an entry has a term, from 0 to 1.</summary>
    public float Strength(Slug slug, string term)
    {
        if (!_bySlug.TryGetValue(slug.Value, out var id) || !_terms.TryGetValue(term, out var list)) return 0;
        // The list of a term is in the order of the entries.
        var at = Array.BinarySearch(_postings, list.Start, list.Count, _byId[id]);
        return at < 0 ? 0 : _strengths[at] / (float)byte.MaxValue;
    }

    /// <summary>All terms of an entry. Looks through the whole index; for measuring and tests.</summary>
    public IReadOnlyDictionary<ResourceId, IReadOnlyList<string>> TermsByEntry()
    {
        var terms = _entries.Select(_ => new List<string>()).ToArray();
        foreach (var (term, list) in _terms)
        {
            for (var i = list.Start; i < list.Start + list.Count; i++) terms[_postings[i]].Add(term);
        }

        return _entries.Index().ToDictionary(pair => pair.Item.Id, pair => (IReadOnlyList<string>)terms[pair.Index]);
    }

    // A filter that was taken off takes its words out of the question.
    private static (IReadOnlyList<SearchFilter> Filters, IReadOnlyList<Unit> Active) Narrow(IReadOnlyList<Unit> units, int without)
    {
        var filters = units.Select(unit => unit.Filter).OfType<Facet>().Distinct().Take(SearchQuestion.MostFilters)
            .Select((facet, number) => new SearchFilter(facet, Off: (without >> number & 1) == 1)).ToList();
        var off = filters.Where(filter => filter.Off).Select(filter => filter.Facet).ToHashSet();
        return (filters, [.. units.Where(unit => unit.Filter is null || !off.Contains(unit.Filter))]);
    }

    private List<SearchHit> Score(IReadOnlyList<Unit> units, Language reader, Place place)
    {
        if (units.Count == 0 || _entries.Length == 0) return [];
        var totals = ArrayPool<float>.Shared.Rent(_entries.Length);
        var best = ArrayPool<float>.Shared.Rent(_entries.Length);
        Array.Clear(totals, 0, _entries.Length);
        Array.Clear(best, 0, _entries.Length);
        try
        {
            var all = 0f;
            foreach (var unit in units)
            {
                var importance = unit.Weight * Rarity(unit);
                all += importance;
                Add(unit, importance, totals, best);
            }

            return Best(totals, all, units, reader, place);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(totals);
            ArrayPool<float>.Shared.Return(best);
        }
    }

    private void Add(Unit unit, float importance, float[] totals, float[] best)
    {
        if (unit.Terms is [var only])
        {
            AddOnly(only.Term, importance * only.Weight / byte.MaxValue, totals);
            return;
        }

        foreach (var (term, weight) in unit.Terms)
        {
            if (!_terms.TryGetValue(term, out var list)) continue;
            for (var i = list.Start; i < list.Start + list.Count; i++)
            {
                var entry = _postings[i];
                best[entry] = Math.Max(best[entry], weight * _strengths[i] / byte.MaxValue);
            }
        }

        foreach (var (term, _) in unit.Terms)
        {
            if (!_terms.TryGetValue(term, out var list)) continue;
            for (var i = list.Start; i < list.Start + list.Count; i++)
            {
                var entry = _postings[i];
                totals[entry] += importance * best[entry];
                best[entry] = 0;
            }
        }
    }

    private void AddOnly(string term, float much, float[] totals)
    {
        if (!_terms.TryGetValue(term, out var list)) return;
        for (var i = list.Start; i < list.Start + list.Count; i++) totals[_postings[i]] += much * _strengths[i];
    }

    private List<SearchHit> Best(float[] totals, float all, IReadOnlyList<Unit> units, Language reader, Place place)
    {
        var filters = units.Select(unit => unit.Filter).OfType<Facet>().Distinct().ToList();
        var asks = units.Select(unit => unit.Asks).Where(asked => asked != Asks.Either).Distinct().ToList() is [var only] ? only : Asks.Either;
        var kinds = asks switch { Asks.Study => _forStudy, Asks.Support => _forSupport, _ => _forEither };
        var country = filters.Exists(filter => filter.Family == "country");
        var queue = new PriorityQueue<(int Entry, float Score), float>(MostHits + 1);
        for (var entry = 0; entry < _entries.Length; entry++)
        {
            if (totals[entry] <= 0) continue;
            var covered = totals[entry] / all;
            if (covered < Least) continue;
            var ranked = covered * _standing[entry] * kinds[entry] * (country ? 1 : _abroad[entry]);
            if (queue.Count == MostHits && queue.TryPeek(out _, out var worst) && ranked <= worst) continue;
            queue.Enqueue((entry, covered), ranked);
            if (queue.Count > MostHits) queue.Dequeue();
        }

        var families = filters.GroupBy(filter => filter.Family, StringComparer.Ordinal).Select(family => family.ToList()).ToList();
        var candidates = new List<(int Entry, float Covered, float Ranked, bool Fits)>(queue.Count);
        while (queue.TryDequeue(out var item, out var ranked))
        {
            var resource = _entries[item.Entry];
            // Two fields or two countries are a choice, not two demands.
            var against = families.Count(family => family.All(filter => EntryFacets.Has(resource, filter) == Known.No));
            candidates.Add((item.Entry, item.Score, ranked * Standing.For(resource, reader, place) * MathF.Pow(Standing.AgainstFilter, against), against == 0));
        }

        if (candidates.Count == 0) return [];
        var most = candidates.Max(candidate => candidate.Ranked);
        return
        [
            .. candidates.Where(candidate => candidate.Ranked >= most * LeastOfBest)
                .OrderByDescending(candidate => candidate.Ranked).ThenBy(candidate => _entries[candidate.Entry].Id.Value)
                .Select(candidate => new SearchHit(_entries[candidate.Entry].Id, candidate.Covered, candidate.Fits)),
        ];
    }

    // Few answers are filled up with entries of the kind of the best one, marked as not quite it.
    private List<SearchHit> WithRelated(List<SearchHit> hits, SearchQuestion question)
    {
        if (hits.Count is 0 or >= Enough || hits[0].Score < ConfidentFrom) return hits;
        var units = _related.Of(_byId[hits[0].Id]).Select(concept => (Group: _words.Phrases.Groups[concept.Group], concept.Strength, Number: concept.Group))
            .Select(about => new Unit([(Terms.Concept(about.Number), 1)], about.Strength * about.Group.Weight, Filter: null) { Asks = about.Group.Asks }).ToList();
        var known = hits.Select(hit => hit.Id).ToHashSet();
        return
        [
            .. hits,
            .. Score(units, question.Reader, question.Place).Where(hit => !known.Contains(hit.Id)).Take(Enough + 1 - hits.Count)
                .Select(hit => hit with { Score = Math.Min(hit.Score, Least), Fits = false }),
        ];
    }

    private float Rarity(Unit unit) => Rarity(unit.Terms.Where(term => term.Weight >= unit.Terms[0].Weight)
        .Sum(term => _terms.TryGetValue(term.Term, out var list) ? list.Count : 0));

    private float Rarity(int count) => Math.Clamp(MathF.Log(1 + _entries.Length / (count + 1f)), CommonestCounts, RarestCounts);

    private IReadOnlyList<ResourceId> HelpLines(IReadOnlyList<DangerSign> dangers, Place place, IReadOnlyList<Unit> units)
    {
        var country = units.Select(unit => unit.Filter).FirstOrDefault(filter => filter?.Family == "country");
        var lines = dangers.SelectMany(sign => sign.Danger.HelpLines).Where(slug => _bySlug.ContainsKey(slug.Value))
            .Select(slug => _bySlug[slug.Value]).Distinct();
        // Those of the country she names, then those for where she is; else as the file has them.
        return [.. lines.Select(id => _entries[_byId[id]])
            .OrderByDescending(entry => country is not null && EntryFacets.Has(entry, country) == Known.Yes)
            .ThenBy(entry => Standing.IsForPlace(entry, place) == Known.No)
            .Select(entry => entry.Id)];
    }

    // Topics that the words point to, or else all of them: never a dead end.
    private IReadOnlyList<Topic> Nearest(IReadOnlyList<Unit> units)
    {
        var named = units.SelectMany(unit => unit.Terms)
            .Select(term => Terms.GroupOf(term.Term)).OfType<int>()
            .SelectMany(group => _words.Phrases.Groups[group].Facets.Keys)
            .Where(facet => facet.StartsWith("topic=", StringComparison.Ordinal))
            .Select(facet => Topics.FromCode(facet["topic=".Length..]))
            .OfType<Topic>().Distinct().ToList();
        return named.Count > 0 ? named : Topics.All;
    }

    private static SearchIndex Flatten(
        Resource[] entries, Dictionary<string, List<(int Entry, byte Strength)>> lists, SearchWords words, Spelling synonymSpelling, Spelling spelling,
        List<(int Group, byte Strength)>[] concepts)
    {
        var total = lists.Values.Sum(list => list.Count);
        var postings = new int[total];
        var strengths = new byte[total];
        var terms = new Dictionary<string, (int Start, int Count)>(lists.Count, StringComparer.Ordinal);
        var next = 0;
        foreach (var (term, list) in lists)
        {
            terms[term] = (next, list.Count);
            foreach (var (entry, strength) in list)
            {
                postings[next] = entry;
                strengths[next++] = strength;
            }
        }

        return new SearchIndex(words, synonymSpelling, spelling, entries, terms, postings, strengths, concepts);
    }
}
