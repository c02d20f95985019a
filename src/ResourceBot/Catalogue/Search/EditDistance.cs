namespace ResourceBot.Catalogue.Search;

/// <summary>How many mistakes of typing lie between two words (optimal string alignment distance).</summary>
internal static class EditDistance
{
    /// <summary>The longest word that is compared, in UTF-16 units; a name of a host has no more (RFC 1035, 2.3.4).</summary>
    public const int Longest = 63;

    /// <summary>Letters to add, drop, change, or swap with their neighbour; more than <paramref name="most"/> is not counted out.</summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        Span<int> before = stackalloc int[Longest + 1];
        Span<int> above = stackalloc int[Longest + 1];
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= b.Length; j++) above[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > most) return most + 1;
            var free = before;
            before = above;
            above = row;
            row = free;
        }

        return above[b.Length];
    }
}
