using System.Globalization;
using Dapper;
using ResourceBot.Storage;

namespace ResourceBot.Catalogue.Links;

/// <summary>How the links of the catalogue have been doing.</summary>
public sealed class LinkStore(Database database)
{
    private const string Columns = "link, checked_on, answered_on, failures, failing_since, outcome, reason";

    private sealed record Row(
        string Link, string CheckedOn, string? AnsweredOn, long Failures, string? FailingSince, string Outcome, string Reason)
    {
        public LinkRecord ToRecord() => new(
            new Uri(Link), Date(CheckedOn), AnsweredOn is null ? null : Date(AnsweredOn), (int)Failures,
            FailingSince is null ? null : Date(FailingSince),
            new LinkAnswer(Enum.Parse<LinkOutcome>(Outcome, ignoreCase: true), Reason));
    }

    /// <summary>Every link that a reader can press: official pages and forms of what is published.</summary>
    public async Task<IReadOnlyList<Uri>> LinksAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<(string? Link, string Form)>(new CommandDefinition(
            "SELECT link, form FROM resource WHERE state = 'published'", cancellationToken: cancellation));
        return [.. rows
            .SelectMany(row => row.Form.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(row.Link))
            .OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(link => new Uri(link))];
    }

    public async Task<LinkRecord?> FindAsync(Uri link, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM link_check WHERE link = @link",
            new { link = link.OriginalString }, cancellationToken: cancellation)))?.ToRecord();
    }

    public async Task<IReadOnlyDictionary<string, LinkRecord>> AllAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM link_check", cancellationToken: cancellation));
        return rows.ToDictionary(row => row.Link, row => row.ToRecord(), StringComparer.Ordinal);
    }

    /// <summary>Writes what came of a round, and the day of the answer onto the cards.</summary>
    public Task WriteAsync(IReadOnlyList<LinkRecord> records, CancellationToken cancellation) => database.WriteAsync(async transaction =>
    {
        var rows = records.Select(record => new
        {
            Link = record.Link.OriginalString,
            CheckedOn = Iso(record.CheckedOn),
            AnsweredOn = record.AnsweredOn is { } answered ? Iso(answered) : null,
            record.Failures,
            FailingSince = record.FailingSince is { } since ? Iso(since) : null,
            Outcome = record.Last.Outcome.ToString().ToLowerInvariant(),
            record.Last.Reason,
        }).ToList();
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO link_check ({Columns}) VALUES (@Link, @CheckedOn, @AnsweredOn, @Failures, @FailingSince, @Outcome, @Reason)
            ON CONFLICT (link) DO UPDATE SET checked_on = excluded.checked_on, answered_on = excluded.answered_on,
                failures = excluded.failures, failing_since = excluded.failing_since, outcome = excluded.outcome, reason = excluded.reason
            """, rows, transaction, cancellationToken: cancellation));
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE resource SET link_answered_on = @AnsweredOn WHERE link = @Link AND (link_answered_on IS NULL OR link_answered_on < @AnsweredOn)",
            rows.Where(row => row.AnsweredOn is not null), transaction, cancellationToken: cancellation));
    }, cancellation);

    private static DateOnly Date(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
