using ResourceBot.Languages;

namespace ResourceBot.Figures;

/// <summary>Counts of what people did, as anybody may see them.</summary>
public static class SmallCounts
{
    /// <summary>Below it a count could be a few people whom somebody knows.</summary>
    public const int Least = 10;

    /// <summary>Down to the full ten, so that a difference of one shows nothing; nothing and few look the same.</summary>
    public static int Round(int count) => count - count % 10;

    public static string Show(int count, Language language) => count < Least
        ? Direction.LeftToRight("<" + Digits.Show(Least, language))
        : Digits.Show(Round(count), language);
}
