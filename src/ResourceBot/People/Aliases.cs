namespace ResourceBot.People;

/// <summary>Names for staff that are nobody's: trees, birds and stones, written in ASCII so that they read the same in every language.</summary>
internal static class Aliases
{
    private static readonly string[] Words =
    [
        "Almond", "Amber", "Apricot", "Ash", "Aspen", "Beech", "Birch", "Cedar", "Cherry", "Chestnut", "Cloud", "Coral", "Cypress",
        "Elm", "Falcon", "Fern", "Fir", "Garnet", "Hazel", "Heron", "Iris", "Ivy", "Jade", "Juniper", "Lapis", "Lark", "Laurel",
        "Lilac", "Linden", "Maple", "Mulberry", "Myrtle", "Oak", "Olive", "Onyx", "Opal", "Pearl", "Pine", "Plane", "Plum", "Poplar",
        "Quartz", "Quince", "Rain", "River", "Rowan", "Sage", "Sparrow", "Swallow", "Swift", "Tulip", "Walnut", "Willow", "Wren",
    ];

    /// <summary>A word that is not among <paramref name="taken"/>; with a number behind it once all words were used.</summary>
    public static string Choose(IReadOnlySet<string> taken, Random random)
    {
        for (var round = 1; ; round++)
        {
            var free = Words.Select(word => round == 1 ? word : $"{word}-{round}").Where(word => !taken.Contains(word)).ToList();
            if (free.Count > 0) return free[random.Next(free.Count)];
        }
    }
}
