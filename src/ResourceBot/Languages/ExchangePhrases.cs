namespace ResourceBot.Languages;

/// <summary>Files into the catalogue and out of it; the sentences stand in <c>Texts/exchange.*.json</c>.</summary>
public sealed record ExchangePhrases
{
    public required string CommandImport { get; init; }
    public required string CommandExport { get; init; }
    public required string Import { get; init; }
    public required string ImportPrompt { get; init; }
    public required string ImportLimits { get; init; }
    public required string WaitingFile { get; init; }
    public required string DryRun { get; init; }
    public required string CountNew { get; init; }
    public required string CountChanged { get; init; }
    public required string CountUnchanged { get; init; }
    public required string CountBad { get; init; }
    public required string NothingToDo { get; init; }
    public required string NothingDone { get; init; }
    public required string MoreInFile { get; init; }
    public required string Apply { get; init; }
    public required string AskSecond { get; init; }
    public required string PutAway { get; init; }
    public required string PutAwayDone { get; init; }
    public required string Applied { get; init; }
    public required string Asked { get; init; }
    public required string Own { get; init; }
    public required string Changed { get; init; }
    public required string NotOpen { get; init; }
    public required string Gone { get; init; }
    public required string RefusedEmpty { get; init; }
    public required string RefusedTooBig { get; init; }
    public required string RefusedSpreadsheet { get; init; }
    public required string RefusedArchive { get; init; }
    public required string RefusedNotUtf8 { get; init; }
    public required string RefusedTooManyRows { get; init; }
    public required string Export { get; init; }
    public required string ExportAbout { get; init; }
    public required string ExportCsv { get; init; }
    public required string ExportJson { get; init; }
    public required string ExportHsds { get; init; }
    public required string ChangedSince { get; init; }
    public required string AskAgain { get; init; }
    public required string MoreFields { get; init; }
    public required string Line { get; init; }

    /// <summary>By the code of the mistake.</summary>
    public required IReadOnlyDictionary<string, string> Mistakes { get; init; }
}
