namespace ResourceBot.Catalogue.Editing;

/// <summary>Whether one host name could be mistaken for another: a letter left out, doubled or swapped, or one that looks the same.</summary>
internal static class HostLikeness
{
    // Shorter names are a letter apart by chance.
    private const int ShortestName = 6;

    private static readonly (string Looks, string Means)[] Alike =
        [("rn", "m"), ("vv", "w"), ("cl", "d"), ("0", "o"), ("1", "l"), ("i", "l"), ("5", "s"), ("-", "")];

    /// <returns>False for two names that are the same.</returns>
    public static bool AreAlike(string host, string known)
    {
        if (host == known) return false;
        if (Math.Min(host.Length, known.Length) < ShortestName) return false;
        // The same name under another ending, such as daad.de and daad.com.
        if (NameOf(host) == NameOf(known) && NameOf(host).Length >= ShortestName) return true;
        return Shape(host) == Shape(known) || IsOneStepApart(host, known);
    }

    private static string NameOf(string host) => host.Split('.') is [.., var name, _] ? name : host;

    private static string Shape(string host)
    {
        foreach (var (looks, means) in Alike) host = host.Replace(looks, means, StringComparison.Ordinal);
        return host;
    }

    // One letter more, less or other, or two swapped.
    private static bool IsOneStepApart(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1) return false;
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        var start = 0;
        while (start < shorter.Length && shorter[start] == longer[start]) start++;
        if (shorter.Length < longer.Length) return shorter[start..] == longer[(start + 1)..];
        if (shorter[(start + 1)..] == longer[(start + 1)..]) return true;
        return start + 1 < shorter.Length && shorter[start] == longer[start + 1] && shorter[start + 1] == longer[start]
            && shorter[(start + 2)..] == longer[(start + 2)..];
    }
}
