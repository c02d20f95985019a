namespace ResourceBot.Catalogue.Truth;

/// <summary>What a person found who compared an entry with its source.</summary>
public enum Finding
{
    True,
    Changed,
    Closed,
}

public static class Findings
{
    public static IReadOnlyList<Finding> All { get; } = Enum.GetValues<Finding>();

    public static string Code(this Finding finding) => finding.ToString().ToLowerInvariant();

    public static Finding? FromCode(string code) =>
        All.Select(finding => (Finding?)finding).FirstOrDefault(finding => finding!.Value.Code() == code);
}

/// <summary>One comparison, as it is kept.</summary>
/// <param name="Who">The alias of whoever compared.</param>
/// <param name="PageSays">In her words, or one of <see cref="PageSays"/>.</param>
public sealed record TruthCheck(string Who, DateOnly On, Finding Finding, string PageSays);

/// <summary>What a page most often says, to press instead of typing; shown in the reader's words.</summary>
public static class PageSays
{
    public const string Same = "=same";
    public const string Over = "=over";
    public const string Gone = "=gone";

    /// <summary>Longest sentence that is kept, in characters.</summary>
    public const int MaxLength = 300;

    public static IReadOnlyList<string> For(Finding finding) => finding switch
    {
        Finding.True => [Same],
        Finding.Closed => [Over, Gone],
        _ => [],
    };
}
