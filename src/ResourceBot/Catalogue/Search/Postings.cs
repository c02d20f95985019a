namespace ResourceBot.Catalogue.Search;

/// <summary>For each term the entries that have it and how strongly, in flat arrays: the inverted index.</summary>
internal sealed class Postings
{
    private const float RarestCounts = 2.5f;
    private const float CommonestCounts = 0.7f;

    // A word of titles and names, and of few entries.
    private const int MostOfOneName = 3;
    private const byte NameStrength = 200;

    private readonly Dictionary<string, TermList> _terms;
    private readonly int[] _entries;
    private readonly byte[] _strengths;
    private readonly int _count;

    /// <param name="count">Of all entries.</param>
    /// <param name="lists">For each term its entries, in the order of their numbers, with strengths of 255 at most.</param>
    public Postings(int count, IReadOnlyDictionary<string, List<(int Entry, byte Strength)>> lists)
    {
        _count = count;
        var total = lists.Values.Sum(list => list.Count);
        _entries = new int[total];
        _strengths = new byte[total];
        _terms = new Dictionary<string, TermList>(lists.Count, StringComparer.Ordinal);
        var next = 0;
        foreach (var (term, list) in lists)
        {
            _terms[term] = new TermList(next, list.Count, list.Sum(entry => entry.Strength) / (float)byte.MaxValue);
            foreach (var (entry, strength) in list)
            {
                _entries[next] = entry;
                _strengths[next++] = strength;
            }
        }
    }

    public int TermCount => _terms.Count;

    /// <summary>Bytes of the lists; the terms themselves come on top.</summary>
    public long Bytes => _entries.LongLength * (sizeof(int) + sizeof(byte));

    public bool Has(string term) => _terms.ContainsKey(term);

    /// <summary>How much a unit tells entries apart, beside its weight.</summary>
    public float Rarity(Unit unit) => Rarity(unit.Terms.Where(term => term.Weight >= unit.Terms[0].Weight).Sum(term => Mass(term.Term)));

    /// <summary>How much a term tells entries apart.</summary>
    public float Rarity(string term) => Rarity(Mass(term));

    /// <summary>What a word that no entry has would count for.</summary>
    public static float RarityOfUnknown => RarestCounts;

    /// <summary>Whether a word is the name of few entries.</summary>
    public bool IsName(Token token)
    {
        if (!_terms.TryGetValue(Terms.Word(Stemming.Stem(token.Text)), out var list) || list.Count > MostOfOneName) return false;
        return _strengths.AsSpan(list.Start, list.Count).IndexOfAnyInRange(NameStrength, byte.MaxValue) >= 0;
    }

    /// <summary>How strongly an entry has a term, from 0 to 1.</summary>
    public float Strength(int entry, string term)
    {
        if (!_terms.TryGetValue(term, out var list)) return 0;
        var at = Array.BinarySearch(_entries, list.Start, list.Count, entry);
        return at < 0 ? 0 : _strengths[at] / (float)byte.MaxValue;
    }

    /// <summary>Adds to each entry what the best of the unit's terms is worth to it.</summary>
    /// <param name="best">All zero, and so again afterwards.</param>
    public void Add(Unit unit, float importance, float[] totals, float[] best)
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
                var entry = _entries[i];
                best[entry] = Math.Max(best[entry], weight * _strengths[i] / byte.MaxValue);
            }
        }

        foreach (var (term, _) in unit.Terms)
        {
            if (!_terms.TryGetValue(term, out var list)) continue;
            for (var i = list.Start; i < list.Start + list.Count; i++)
            {
                var entry = _entries[i];
                totals[entry] += importance * best[entry];
                best[entry] = 0;
            }
        }
    }

    /// <summary>Each term with each of its entries. Looks through the whole index; for measuring and tests.</summary>
    public IEnumerable<(string Term, int Entry)> All() =>
        _terms.SelectMany(pair => Enumerable.Range(pair.Value.Start, pair.Value.Count).Select(at => (pair.Key, _entries[at])));

    private void AddOnly(string term, float much, float[] totals)
    {
        if (!_terms.TryGetValue(term, out var list)) return;
        for (var i = list.Start; i < list.Start + list.Count; i++) totals[_entries[i]] += much * _strengths[i];
    }

    /// <summary>The strengths of a term in all entries together.</summary>
    public float Mass(string term) => _terms.TryGetValue(term, out var list) ? list.Mass : 0;

    private float Rarity(float mass) => Math.Clamp(MathF.Log(1 + _count / (mass + 1)), CommonestCounts, RarestCounts);

    /// <param name="Start">Of its entries.</param>
    /// <param name="Mass">
    /// The sum of the strengths: many entries that name it in passing make it less common than few that are about it.
    /// </param>
    private readonly record struct TermList(int Start, int Count, float Mass);
}
