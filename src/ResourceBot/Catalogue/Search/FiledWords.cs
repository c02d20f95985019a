namespace ResourceBot.Catalogue.Search;

/// <summary>
/// Words filed under keys, many to a key, in two flat arrays: a list for each of the tens of thousands of keys would take most
/// of the program's memory. Keys are kept as hashes of 64 bits, so a word may very rarely turn up under a key that is not its
/// own; whoever asks looks at the words themselves anyway.
/// </summary>
internal sealed class FiledWords
{
    private readonly ulong[] _keys;
    private readonly string[] _words;

    public FiledWords(IEnumerable<(string Key, string Word)> filed)
    {
        var pairs = filed.Select(pair => (Key: Hash(pair.Key), pair.Word)).ToList();
        _keys = [.. pairs.Select(pair => pair.Key)];
        _words = [.. pairs.Select(pair => pair.Word)];
        Array.Sort(_keys, _words);
    }

    /// <summary>In no particular order.</summary>
    public ReadOnlySpan<string> Under(string key)
    {
        var hash = Hash(key);
        var at = Array.BinarySearch(_keys, hash);
        if (at < 0) return [];
        var (first, last) = (at, at);
        while (first > 0 && _keys[first - 1] == hash) first--;
        while (last + 1 < _keys.Length && _keys[last + 1] == hash) last++;
        return _words.AsSpan(first, last - first + 1);
    }

    // FNV-1a over UTF-16 units (Fowler, Noll, Vo): the runtime's own has 32 bits.
    private static ulong Hash(string key)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in key) hash = (hash ^ unit) * 1099511628211UL;
        return hash;
    }
}
