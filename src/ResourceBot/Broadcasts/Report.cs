using System.Globalization;
using System.Text;
using Dapper;
using ResourceBot.Languages;
using ResourceBot.Storage;

namespace ResourceBot.Broadcasts;

/// <summary>How a broadcast went with the readers of one language.</summary>
public sealed record ReportLine(Language Language, long Recipients, long Sent, long Opened, long Refused, long Unknown);

/// <summary>The figures of a broadcast by language, from its rows or from what is left of them, and never about anybody.</summary>
public sealed class Report(Database database)
{
    private sealed record Row(string Language, long Recipients, long Sent, long Opened, long Refused, long Unknown)
    {
        public ReportLine ToLine() => new(LanguageCodes.FromCode(Language)!.Value, Recipients, Sent, Opened, Refused, Unknown);
    }

    public async Task<IReadOnlyList<ReportLine>> ReadAsync(Broadcast broadcast, CancellationToken cancellation)
    {
        const string fromRows =
            """
            SELECT language, COUNT(*) AS recipients, SUM(CASE state WHEN 'sent' THEN 1 ELSE 0 END) AS sent, SUM(opened) AS opened,
                SUM(CASE state WHEN 'refused' THEN 1 ELSE 0 END) AS refused, SUM(CASE state WHEN 'unknown' THEN 1 ELSE 0 END) AS unknown
            FROM delivery WHERE broadcast_id = @id GROUP BY language ORDER BY language
            """;
        const string fromCounts =
            "SELECT language, recipients, sent, opened, refused, unknown FROM broadcast_result WHERE broadcast_id = @id ORDER BY language";
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            broadcast.IsReduced ? fromCounts : fromRows, new { id = broadcast.Id.Value }, cancellationToken: cancellation));
        return [.. rows.Select(row => row.ToLine())];
    }

    /// <summary>A table for a spreadsheet (UTF-8 with a mark, so that it opens right), in figures that may be shown.</summary>
    public static byte[] ToCsv(Broadcast broadcast, IReadOnlyList<ReportLine> lines)
    {
        var counts = broadcast.Counts;
        var csv = new StringBuilder("language,recipients,sent,opened,refused,not_confirmed,bell_off_before\r\n");
        foreach (var line in lines)
        {
            Add(line.Language.Code(), line.Recipients, line.Recipients, line.Sent, line.Opened, line.Refused, line.Unknown);
            // Whoever turned the bell off is in no language any more: her row is gone.
            csv.Append(",\r\n");
        }

        Add("all", counts.Recipients, counts.Recipients, counts.Sent, counts.Opened, counts.Refused, counts.Unknown, counts.Gone);
        csv.Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];

        void Add(string name, long of, params ReadOnlySpan<long> figures)
        {
            csv.Append(name);
            foreach (var figure in figures)
            {
                var count = PeopleCount.Of(figure, of);
                csv.Append(',').Append(count.IsSmall ? $"<{PeopleCount.Least}" : count.Shown.ToString(CultureInfo.InvariantCulture));
            }
        }
    }
}
