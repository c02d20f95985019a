namespace ResourceBot.LocalTelegram.Ledgers;

/// <summary>One call of the Bot API.</summary>
/// <param name="Parameters">As they came, in text; files by name and size.</param>
/// <param name="Code">200, the error code, or 0 when the connection was cut.</param>
/// <param name="Description">Of an error.</param>
public sealed record LedgerEntry(
    long Number,
    DateTimeOffset Time,
    string Method,
    IReadOnlyDictionary<string, string> Parameters,
    long? Chat,
    int Code,
    string? Description);
