using System.Globalization;
using Dapper;
using ResourceBot.Languages;
using ResourceBot.Storage;

namespace ResourceBot.Catalogue.Suggestions;

/// <summary>What somebody suggested; nobody knows who.</summary>
public sealed record Suggestion(long Id, DateOnly ReceivedOn, string Words);

/// <summary>What readers suggest and report, until somebody has looked at it.</summary>
public sealed class SuggestionStore(Database database, TimeProvider clock)
{
    /// <summary>Longest suggestion, in characters; the rest is cut off.</summary>
    public const int MaxLength = 500;

    /// <summary>Days after which an unread one is deleted.</summary>
    public const int LifeInDays = 30;

    private sealed record Row(long Id, string ReceivedOn, string Words);

    /// <param name="words">Cleaned by <see cref="SuggestedWords"/>.</param>
    public Task AddAsync(string words, CancellationToken cancellation) => database.WriteAsync(
        transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "INSERT INTO suggestion (received_on, words) VALUES (@today, @words)",
            new { today = Today(), words }, transaction, cancellationToken: cancellation)), cancellation);

    /// <returns>False when there is no such entry (any more).</returns>
    public Task<bool> ReportAsync(Slug slug, ReportReason reason, CancellationToken cancellation) => database.WriteAsync(
        async transaction => await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO reader_report (received_on, resource_id, reason)
            SELECT @today, r.id, @reason FROM resource r WHERE r.slug = @slug AND r.state = 'published'
            """,
            new { today = Today(), reason = reason.Code(), slug = slug.Value }, transaction, cancellationToken: cancellation)) == 1,
        cancellation);

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<Suggestion>> ListAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            "SELECT id, received_on, words FROM suggestion ORDER BY id", cancellationToken: cancellation));
        return [.. rows.Select(row => new Suggestion(
            row.Id, DateOnly.ParseExact(row.ReceivedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture), row.Words))];
    }

    /// <summary>How often readers reported each reason about an entry.</summary>
    public async Task<IReadOnlyDictionary<ReportReason, int>> ReportsAsync(ResourceId id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<(string Reason, long Count)>(new CommandDefinition(
            "SELECT reason, COUNT(*) FROM reader_report WHERE resource_id = @id GROUP BY reason",
            new { id = id.Value }, cancellationToken: cancellation));
        return rows.ToDictionary(row => ReportReasons.FromCode(row.Reason)!.Value, row => (int)row.Count);
    }

    /// <summary>Somebody has looked at it.</summary>
    public Task RemoveAsync(long id, CancellationToken cancellation) => database.WriteAsync(
        transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "DELETE FROM suggestion WHERE id = @id", new { id }, transaction, cancellationToken: cancellation)), cancellation);

    /// <summary>Deletes what nobody has looked at for <see cref="LifeInDays"/> days.</summary>
    public Task ForgetOldAsync(CancellationToken cancellation) => database.WriteAsync(async transaction =>
    {
        var before = KabulTime.Today(clock).AddDays(-LifeInDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var table in (string[])["suggestion", "reader_report"])
        {
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                $"DELETE FROM {table} WHERE received_on < @before", new { before }, transaction, cancellationToken: cancellation));
        }
    }, cancellation);

    private string Today() => KabulTime.Today(clock).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
