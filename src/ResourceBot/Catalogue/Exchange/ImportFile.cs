namespace ResourceBot.Catalogue.Exchange;

/// <summary>A file with entries, read but not yet compared with the catalogue.</summary>
public sealed class ImportFile
{
    /// <summary>2 MB; some four hundred full entries in three languages.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    public const int MaxRows = 5_000;

    private ImportFile(ImportRefusal? refusal, IReadOnlyList<GivenEntry> entries, IReadOnlyList<ImportProblem> problems) =>
        (Refusal, Entries, Problems) = (refusal, entries, problems);

    /// <summary>Null when it was read.</summary>
    public ImportRefusal? Refusal { get; }

    internal IReadOnlyList<GivenEntry> Entries { get; }

    internal IReadOnlyList<ImportProblem> Problems { get; }

    /// <summary>Never throws, whatever the bytes are, and needs a small multiple of their number in memory.</summary>
    public static ImportFile Read(ReadOnlyMemory<byte> content)
    {
        if (FileSigns.Refusal(content.Span) is { } refusal) return new ImportFile(refusal, [], []);
        var text = content[(content.Length - FileSigns.WithoutMark(content.Span).Length)..];
        var entries = new List<GivenEntry>();
        var problems = new List<ImportProblem>();
        // By what it holds: files are named as people like.
        var isJson = text.Span.TrimStart(" \t\r\n"u8)[0] is (byte)'[' or (byte)'{';
        var whole = isJson ? JsonFile.Read(text.Span, entries, problems) : CsvFile.Read(text, entries, problems);
        return whole ? new ImportFile(null, entries, problems) : new ImportFile(ImportRefusal.TooManyRows, [], []);
    }
}
