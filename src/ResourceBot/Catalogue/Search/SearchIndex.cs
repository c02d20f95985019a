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

    // Who asks for a scholarship with a word more wants a scholarship first.
    private const float NoScholarship = 0.75f;
    private const float Clearly = 0.8f;

    private readonly SearchWords _words;
    private readonly QuestionReading _reading;
    private readonly Essence _essence;
    private readonly Resource[] _entries;
    private readonly float[] _standing;
    private readonly Rest?[] _rests;
    private readonly float[] _forStudy;
    private readonly float[] _forSupport;
    private readonly float[] _forEither;
    private readonly float[] _abroad;
    private readonly Postings _postings;
    private readonly Dictionary<string, ResourceId> _bySlug;
    private readonly Dictionary<ResourceId, int> _byId;
    private readonly Related _related;

    private SearchIndex(
        SearchWords words, Spelling synonymSpelling, Spelling spelling, Resource[] entries, Postings postings, List<(int Group, byte Strength)>[] concepts)
    {
        _words = words;
        _entries = entries;
        _postings = postings;
        _standing = [.. entries.Select(Standing.Of)];
        _rests = [.. entries.Select(entry => Rest.Of(entry.Deadline, entry.Opens))];
        _forStudy = [.. entries.Select(Standing.ForStudy)];
        _forSupport = [.. entries.Select(Standing.ForSupport)];
        _forEither = [.. entries.Select(_ => 1f)];
        _abroad = [.. entries.Select(Standing.WithoutCountry)];
        _reading = new QuestionReading(words, synonymSpelling, spelling, postings);
        _essence = new Essence(words, _reading, postings);
        _byId = entries.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);
        _related = Related.From(concepts, group => postings.Rarity(Terms.Concept(group)));
        _bySlug = entries.SelectMany(entry => entry.Aliases.Prepend(entry.Slug).Select(slug => (slug.Value, entry.Id)))
            .DistinctBy(pair => pair.Value).ToDictionary(pair => pair.Value, pair => pair.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<Resource> Entries => _entries;

    public int Count => _entries.Length;

    public int TermCount => _postings.TermCount;

    /// <summary>Bytes of the lists of entries; the terms themselves come on top.</summary>
    public long PostingBytes => _postings.Bytes;

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

        return new SearchIndex(words, synonymSpelling, new Spelling(names, most: 1), [.. resources], new Postings(resources.Count, lists), concepts);
    }

    /// <summary>Answers from any words; see <see cref="IResourceSearch"/>.</summary>
    /// <param name="today">In Kabul; a deadline that has passed is known without a new index.</param>
    public SearchAnswer Ask(SearchQuestion question, DateOnly today)
    {
        var tokens = Tokens.Split(Folding.Fold(question.Words, SearchQuestion.MostLetters));
        var dangers = _words.Crisis.Find(tokens);
        var units = _reading.Read(tokens);
        var (filters, active) = Narrow(units, question.Without);
        var hits = Score(active, question, today);
        hits = WithRelated(hits, question, today);
        var helpLines = HelpLines(dangers, question, active);
        return new SearchAnswer(
            [.. hits.Where(hit => !helpLines.Contains(hit.Id))],
            Confident: hits.Count > 0 && hits[0].Score * Understood(active) >= ConfidentFrom,
            helpLines,
            filters,
            hits.Count > 0 ? [] : Nearest(units));
    }

    /// <summary>The words of a message that matter; see <see cref="IResourceSearch.EssenceAsync"/>.</summary>
    public string Essence(string typed) => _essence.Of(typed);

    /// <summary>What a question asks for, as the search reads it.</summary>
    public IReadOnlyList<Unit> Understand(string words) => _reading.Read(Tokens.Split(Folding.Fold(words, SearchQuestion.MostLetters)));

    /// <summary>The id of a synonym group, by its number in a concept's term.</summary>
    public string GroupName(int group) => _words.Asked.Groups[group].Id;

    /// <summary>How strongly an entry has a term, from 0 to 1.</summary>
    public float Strength(Slug slug, string term) => _bySlug.TryGetValue(slug.Value, out var id) ? _postings.Strength(_byId[id], term) : 0;

    /// <summary>All terms of an entry. Looks through the whole index; for measuring and tests.</summary>
    public IReadOnlyDictionary<ResourceId, IReadOnlyList<string>> TermsByEntry() => _postings.All().GroupBy(pair => pair.Entry)
        .ToDictionary(own => _entries[own.Key].Id, own => (IReadOnlyList<string>)[.. own.Select(pair => pair.Term)]);

    // A filter that was taken off takes its words out of the question.
    private static (IReadOnlyList<SearchFilter> Filters, IReadOnlyList<Unit> Active) Narrow(IReadOnlyList<Unit> units, int without)
    {
        var filters = units.Select(unit => unit.Filter).OfType<Facet>().Distinct().Take(SearchQuestion.MostFilters)
            .Select((facet, number) => new SearchFilter(facet, Off: (without >> number & 1) == 1)).ToList();
        var off = filters.Where(filter => filter.Off).Select(filter => filter.Facet).ToHashSet();
        return (filters, [.. units.Where(unit => unit.Filter is null || !off.Contains(unit.Filter))]);
    }

    private List<SearchHit> Score(IReadOnlyList<Unit> units, SearchQuestion question, DateOnly today)
    {
        if (units.Count == 0 || _entries.Length == 0) return [];
        var totals = ArrayPool<float>.Shared.Rent(_entries.Length);
        var best = ArrayPool<float>.Shared.Rent(_entries.Length);
        Array.Clear(totals, 0, _entries.Length);
        Array.Clear(best, 0, _entries.Length);
        try
        {
            var all = 0f;
            foreach (var unit in units.Where(unit => !unit.IsUnknown))
            {
                var importance = unit.Weight * _postings.Rarity(unit);
                all += importance;
                _postings.Add(unit, importance, totals, best);
            }

            return Best(totals, all, units, question, today);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(totals);
            ArrayPool<float>.Shared.Return(best);
        }
    }

    private List<SearchHit> Best(float[] totals, float all, IReadOnlyList<Unit> units, SearchQuestion question, DateOnly today)
    {
        var filters = units.Select(unit => unit.Filter).OfType<Facet>().Distinct().ToList();
        var asks = units.Select(unit => unit.Asks).Where(asked => asked != Asks.Either).Distinct().ToList() is [var only] ? only : Asks.Either;
        var kinds = asks switch { Asks.Study => _forStudy, Asks.Support => _forSupport, _ => _forEither };
        var country = filters.Exists(filter => filter.Family == "country");
        var scholarship = units.Any(AsksForScholarship);
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
            if (scholarship && resource.Kind != ResourceKind.Scholarship) ranked *= NoScholarship;
            var standing = Standing.For(resource, question.Reader, question.Place) * Standing.On(today, resource, _rests[item.Entry]);
            candidates.Add((item.Entry, item.Score, ranked * standing * MathF.Pow(Standing.AgainstFilter, against), against == 0));
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
    private List<SearchHit> WithRelated(List<SearchHit> hits, SearchQuestion question, DateOnly today)
    {
        if (hits.Count is 0 or >= Enough || hits[0].Score < ConfidentFrom) return hits;
        var units = _related.Of(_byId[hits[0].Id]).Select(concept => (Group: _words.Phrases.Groups[concept.Group], concept.Strength, Number: concept.Group))
            .Select(about => new Unit([(Terms.Concept(about.Number), 1)], about.Strength * about.Group.Weight, Filter: null) { Asks = about.Group.Asks }).ToList();
        var known = hits.Select(hit => hit.Id).ToHashSet();
        var kind = _entries[_byId[hits[0].Id]].Kind;
        return
        [
            .. hits,
            .. Score(units, question, today).Where(hit => !known.Contains(hit.Id) && _entries[_byId[hit.Id]].Kind == kind).Take(Enough + 1 - hits.Count)
                .Select(hit => hit with { Score = Math.Min(hit.Score, Least), Fits = false }),
        ];
    }

    // The share of the question that any entry or synonym knows.
    private float Understood(IReadOnlyList<Unit> units)
    {
        var known = units.Where(unit => !unit.IsUnknown).Sum(unit => unit.Weight * _postings.Rarity(unit));
        return known / (known + units.Where(unit => unit.IsUnknown).Sum(unit => unit.Weight * Postings.RarityOfUnknown));
    }

    private bool AsksForScholarship(Unit unit) => unit.Terms[0].Weight >= Clearly && Terms.GroupOf(unit.Terms[0].Term) is { } group
        && _words.Asked.Groups[group].Facets.GetValueOrDefault("kind=scholarship") >= 1;

    private IReadOnlyList<ResourceId> HelpLines(IReadOnlyList<DangerSign> dangers, SearchQuestion question, IReadOnlyList<Unit> units)
    {
        var country = units.Select(unit => unit.Filter).FirstOrDefault(filter => filter?.Family == "country");
        var lines = dangers.SelectMany(sign => sign.Danger.HelpLines).Where(slug => _bySlug.ContainsKey(slug.Value))
            .Select(slug => _bySlug[slug.Value]).Distinct();
        // Those of the country she names, then those for where she is, then those that speak her language and not only the other one of
        // the country; else as the file has them.
        return [.. lines.Select(id => _entries[_byId[id]])
            .OrderByDescending(entry => country is not null && EntryFacets.Has(entry, country) == Known.Yes)
            .ThenBy(entry => Standing.IsForPlace(entry, question.Place) == Known.No)
            .ThenBy(entry => SpeaksOnlyTheOther(entry, question.Reader))
            .Select(entry => entry.Id)];
    }

    private static bool SpeaksOnlyTheOther(Resource entry, Language reader)
    {
        if (reader == Language.English) return false;
        var other = reader == Language.Dari ? Language.Pashto : Language.Dari;
        return entry.Languages.Contains(other.Code()) && !entry.Languages.Contains(reader.Code());
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
}
