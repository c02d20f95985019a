namespace ResourceBot.Catalogue;

/// <summary>How long a person's comparison of an entry with its source counts.</summary>
public static class Freshness
{
    /// <summary>Days after which readers see that nobody has compared it lately, and after which it waits to be checked.</summary>
    public const int MarkedAfterDays = 60;

    /// <summary>Days after which it stands below what was compared later.</summary>
    public const int DownAfterDays = 90;

    public static bool IsMarked(DateOnly? comparedOn, DateOnly today) => comparedOn < today.AddDays(-MarkedAfterDays);
}
