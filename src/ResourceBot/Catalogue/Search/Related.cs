namespace ResourceBot.Catalogue.Search;

/// <summary>What an entry is about, as few concepts with their strengths; tells which entries are of its kind.</summary>
internal sealed class Related
{
    // The concepts that tell most; more of them would only cost time.
    private const int Most = 8;

    private readonly (int Group, byte Strength)[][] _about;

    private Related((int Group, byte Strength)[][] about) => _about = about;

    /// <summary>Whether a concept tells what an entry is for; that it is online, free or for women tells it of too many.</summary>
    public static bool Tells(SynonymGroup group) => group.Asks != Asks.Either || group.Filter is { Family: "country" };

    /// <param name="concepts">For each entry its concepts.</param>
    /// <param name="rarity">Of each concept.</param>
    public static Related From(IReadOnlyList<List<(int Group, byte Strength)>> concepts, Func<int, float> rarity) =>
        new([.. concepts.Select(own => own.OrderByDescending(one => one.Strength * rarity(one.Group)).Take(Most).ToArray())]);

    /// <summary>The concepts of an entry, each with its strength from 0 to 1.</summary>
    public IEnumerable<(int Group, float Strength)> Of(int entry) =>
        _about[entry].Select(one => (one.Group, one.Strength / (float)byte.MaxValue));
}
