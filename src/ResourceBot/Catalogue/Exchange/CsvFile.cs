using CsvHelper;
using ResourceBot.Catalogue.Seeds;

namespace ResourceBot.Catalogue.Exchange;

/// <summary>Reads a table as spreadsheets write it: UTF-8 with or without a mark, comma, semicolon or tab, quotes, line breaks in cells.</summary>
internal static class CsvFile
{
    private const int MaxColumns = 200;

    // Of one row, in bytes: far above any entry.
    private const int MaxRowBytes = 100_000;

    /// <summary>Adds what it finds to the two lists.</summary>
    /// <returns>False when there are too many rows.</returns>
    public static bool Read(ReadOnlyMemory<byte> content, List<GivenEntry> entries, List<ImportProblem> problems)
    {
        using var reader = CsvReader.Create(content, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = Separator(content.Span),
            MaxRecordSize = MaxRowBytes,
            TrackLineNumbers = true,
            SkipEmptyLines = true,
            MalformedData = CsvMalformedDataHandling.Throw,
            IncludeValuesInExceptions = false,
        });
        try
        {
            if (!reader.Read()) return true;
            if (ReadHeadings(reader, problems) is not { } columns) return true;
            for (var rows = 0; reader.Read(); rows++)
            {
                if (rows == ImportFile.MaxRows) return false;
                ReadRow(reader, columns, entries, problems);
            }
        }
        catch (CsvFormatException broken)
        {
            problems.Add(new ImportProblem((int)broken.LineNumber, "", "", Mistake.BrokenTable));
        }

        return true;
    }

    // The one that the first line has most of, outside quotes.
    private static char Separator(ReadOnlySpan<byte> content)
    {
        Span<int> counts = stackalloc int[3];
        var quoted = false;
        foreach (var letter in content)
        {
            if (letter == '"') quoted = !quoted;
            if (quoted) continue;
            if (letter is (byte)'\n' or (byte)'\r') break;
            if (letter is (byte)',' or (byte)';' or (byte)'\t') counts[letter == ',' ? 0 : letter == ';' ? 1 : 2]++;
        }

        return counts[1] > counts[0] ? (counts[2] > counts[1] ? '\t' : ';') : counts[2] > counts[0] ? '\t' : ',';
    }

    private static EntryColumn?[]? ReadHeadings(CsvReader reader, List<ImportProblem> problems)
    {
        var line = (int)reader.LineNumber;
        var before = problems.Count;
        if (reader.FieldCount > MaxColumns)
        {
            problems.Add(new ImportProblem(line, "", "", Mistake.TooManyColumns(reader.FieldCount, MaxColumns)));
            return null;
        }

        var columns = new EntryColumn?[reader.FieldCount];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var place = 0; place < columns.Length; place++)
        {
            var name = reader.GetString(place).Trim().ToLowerInvariant();
            // Spreadsheets leave empty columns at the end.
            if (name.Length == 0) continue;
            columns[place] = EntryColumns.All.FirstOrDefault(column => column.Name == name);
            if (columns[place] is null && EntryColumns.ForReadingOnly.All(column => column.Name != name))
                problems.Add(new ImportProblem(line, "", Cut(name), Mistake.UnknownColumn));
            if (!seen.Add(name)) problems.Add(new ImportProblem(line, "", name, Mistake.ColumnTwice));
        }

        if (!seen.Contains(EntryColumns.Slug))
            problems.Add(new ImportProblem(line, "", EntryColumns.Slug, Mistake.NoSlugColumn));
        return problems.Count == before ? columns : null;
    }

    private static void ReadRow(CsvReader reader, EntryColumn?[] columns, List<GivenEntry> entries, List<ImportProblem> problems)
    {
        var line = (int)reader.LineNumber;
        if (Enumerable.Range(0, reader.FieldCount).All(place => reader.GetString(place).Trim().Length == 0)) return;
        var values = new List<(string, System.Text.Json.Nodes.JsonNode?)>();
        var slug = "";
        for (var place = 0; place < columns.Length && place < reader.FieldCount; place++)
        {
            if (columns[place] is not { } column) continue;
            var cell = Formulas.Restore(reader.GetString(place).ReplaceLineEndings("\n").Trim());
            if (column.Name == EntryColumns.Slug) slug = cell;
            values.Add((column.Path, column.Read(cell)));
        }

        if (Fits(reader, columns)) entries.Add(new GivenEntry(line, slug, values, IsCsv: true));
        else problems.Add(new ImportProblem(line, Cut(slug), "", Mistake.CellCount(reader.FieldCount, columns.Length)));
    }

    // Where a separator is missing or too many, the values behind it stand in the wrong columns. Empty cells and empty headings at the
    // end are the way of spreadsheets.
    private static bool Fits(CsvReader reader, EntryColumn?[] columns) =>
        reader.FieldCount > Array.FindLastIndex(columns, column => column is not null)
        && Enumerable.Range(0, reader.FieldCount).Skip(columns.Length).All(place => reader.GetString(place).Length == 0);

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
