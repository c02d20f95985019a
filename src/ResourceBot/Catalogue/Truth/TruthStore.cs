using System.Data.Common;
using System.Globalization;
using Dapper;
using ResourceBot.Catalogue.Editing;
using ResourceBot.Catalogue.Seeds;
using ResourceBot.Languages;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Catalogue.Truth;

/// <summary>Keeps what people found, and does what follows from it.</summary>
public sealed class TruthStore(Database database, EntryHistory history, AuditTrail audit, TimeProvider clock)
{
    private sealed record Row(string Who, string CheckedOn, string Finding, string PageSays);

    /// <summary>The newest checks of an entry first.</summary>
    public async Task<IReadOnlyList<TruthCheck>> ChecksAsync(ResourceId id, int most, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            "SELECT who, checked_on, finding, page_says FROM truth_check WHERE resource_id = @id ORDER BY id DESC LIMIT @most",
            new { id = id.Value, most }, cancellationToken: cancellation));
        return [.. rows.Select(row => new TruthCheck(
            row.Who, DateOnly.ParseExact(row.CheckedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Findings.FromCode(row.Finding)!.Value, row.PageSays))];
    }

    /// <summary>
    /// Keeps a finding. Still true: compared today. Closed: compared today, and shown as closed from now on; that is the safe
    /// side, so one pair of eyes is enough. Changed: stays in the queue until the entry is edited. Reports about it are done.
    /// </summary>
    /// <returns>False when there is no such entry (any more).</returns>
    public Task<bool> RecordAsync(
        ResourceId id, StaffMember who, Finding finding, string pageSays, CancellationToken cancellation) =>
        database.WriteAsync(async transaction =>
        {
            if (await ReadAsync(transaction, id, cancellation) is not { } entry) return false;
            var today = KabulTime.Today(clock).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var parameters = new
            {
                id = id.Value,
                alias = who.Alias,
                today,
                finding = finding.Code(),
                pageSays,
                hash = ContentHash(entry),
            };
            await ExecuteAsync(
                """
                INSERT INTO truth_check (resource_id, who, checked_on, finding, page_says, content_hash)
                VALUES (@id, @alias, @today, @finding, @pageSays, @hash)
                """);
            await ExecuteAsync("DELETE FROM reader_report WHERE resource_id = @id");
            if (finding != Finding.Changed) await ExecuteAsync("UPDATE resource SET compared_on = @today WHERE id = @id");
            if (finding == Finding.Closed && entry.Status != ResourceStatus.Closed)
            {
                await ExecuteAsync("UPDATE resource SET status = 'closed', edited = 1 WHERE id = @id");
                await history.NoteAsync(
                    transaction, entry, entry with { Status = ResourceStatus.Closed, ComparedOn = KabulTime.Today(clock) }, who.Alias,
                    Deeds.EntryClosed, cancellation);
            }

            await ResourceWriting.RaiseRevisionAsync(transaction, cancellation);
            await audit.WriteAsync(transaction, who, DeedOf(finding), entry.Slug.Value, parameters.hash, cancellation);
            return true;

            Task<int> ExecuteAsync(string sql) => transaction.Connection!.ExecuteAsync(
                new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellation));
        }, cancellation);

    /// <summary>The hash of all that a person compares; the two dates of checks are no part of it.</summary>
    internal static string ContentHash(Resource entry) =>
        EntryJson.Hash(entry with { LinkAnsweredOn = null, ComparedOn = null });

    private static string DeedOf(Finding finding) => finding switch
    {
        Finding.True => Deeds.EntryStillTrue,
        Finding.Changed => Deeds.EntryFoundChanged,
        _ => Deeds.EntryClosed,
    };

    private static async Task<Resource?> ReadAsync(DbTransaction transaction, ResourceId id, CancellationToken cancellation) =>
        (await ResourceReading.ReadAsync(
            transaction.Connection!, "r.state = 'published' AND r.id = @id", new { id = id.Value }, cancellation, transaction)).SingleOrDefault();
}
