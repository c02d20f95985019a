namespace ResourceBot.Languages;

/// <summary>The figures; the sentences stand in <c>Texts/figures.*.json</c>.</summary>
public sealed record FigurePhrases
{
    public required string CommandStats { get; init; }
    public required string Title { get; init; }
    public required string Published { get; init; }
    public required string Retired { get; init; }
    public required string StatusOpen { get; init; }
    public required string StatusSuspended { get; init; }
    public required string StatusClosed { get; init; }
    public required string StatusUnknown { get; init; }
    public required string ByTopic { get; init; }
    public required string ByLanguage { get; init; }
    public required string ByState { get; init; }
    public required string Original { get; init; }
    public required string ByPerson { get; init; }
    public required string ByMachine { get; init; }
    public required string OutOfDate { get; init; }
    public required string Missing { get; init; }
    public required string ChecksDue { get; init; }
    public required string Weeks { get; init; }
    public required string Week { get; init; }
    public required string WeeksNote { get; init; }
    public required string QuestionsByWeek { get; init; }
    public required string OpenedByWeek { get; init; }
    public required string Picture { get; init; }
}
