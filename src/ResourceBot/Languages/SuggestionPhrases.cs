namespace ResourceBot.Languages;

/// <summary>Suggestions and reports, for readers and for staff; the sentences stand in <c>Texts/suggestions.*.json</c>.</summary>
public sealed record SuggestionPhrases
{
    public required string CommandSuggest { get; init; }
    public required string CommandSuggestions { get; init; }
    public required string Suggest { get; init; }
    public required string SuggestPrompt { get; init; }
    public required string SuggestKept { get; init; }
    public required string SuggestNoNumbers { get; init; }
    public required string SuggestThanks { get; init; }
    public required string EnoughForToday { get; init; }
    public required string ReportPrompt { get; init; }
    public required string ReportKept { get; init; }
    public required string ReportThanks { get; init; }
    public required string ReasonLink { get; init; }
    public required string ReasonFacts { get; init; }
    public required string ReasonMoney { get; init; }
    public required string ReasonDanger { get; init; }
    public required string ReasonOther { get; init; }
    public required string Suggestions { get; init; }
    public required string NoSuggestions { get; init; }
    public required string SuggestionOf { get; init; }
    public required string SuggestionAdvice { get; init; }
    public required string Seen { get; init; }
}
