namespace ResourceBot.Catalogue.Suggestions;

/// <summary>What a reader says is wrong with an entry. A choice rather than words: words could lead to her.</summary>
public enum ReportReason
{
    Link,
    Facts,
    Money,
    Danger,
    Other,
}

public static class ReportReasons
{
    public static IReadOnlyList<ReportReason> All { get; } = Enum.GetValues<ReportReason>();

    public static string Code(this ReportReason reason) => reason.ToString().ToLowerInvariant();

    public static ReportReason? FromCode(string code) =>
        All.Select(reason => (ReportReason?)reason).FirstOrDefault(reason => reason!.Value.Code() == code);
}
