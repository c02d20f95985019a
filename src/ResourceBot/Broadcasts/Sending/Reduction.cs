using Dapper;
using ResourceBot.Storage;

namespace ResourceBot.Broadcasts.Sending;

/// <summary>
/// Reduces the rows of broadcasts that ended two days ago to counts: Telegram no longer deletes what was sent before, so there
/// is no reason left to know who got what.
/// </summary>
public sealed class Reduction(Database database, TimeProvider clock)
{
    /// <summary>Bot API, deleteMessage: a message can be deleted for 48 hours.</summary>
    public static readonly TimeSpan After = TimeSpan.FromHours(48);

    // One transaction for a million rows would hold up every answer.
    private const int MostAtOnce = 10_000;

    /// <returns>How many broadcasts were reduced.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var reduced = 0;
        while (await ReduceOneAsync(cancellation) is { } id)
        {
            await CloseAsync(id, cancellation);
            reduced++;
        }

        if (reduced > 0) await database.SweepAsync(cancellation);
        return reduced;
    }

    private async Task<long?> ReduceOneAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            """
            SELECT id FROM broadcast
            WHERE state IN ('finished', 'cancelled') AND finished_at <= @before AND reduced_at IS NULL
            ORDER BY id LIMIT 1
            """, new { before = StoredTime.Write(clock.GetUtcNow() - After) }, cancellationToken: cancellation));
    }

    private async Task CloseAsync(long id, CancellationToken cancellation)
    {
        await database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO broadcast_result (broadcast_id, language, recipients, sent, opened, refused, unknown)
            SELECT broadcast_id, language, COUNT(*), SUM(CASE state WHEN 'sent' THEN 1 ELSE 0 END), SUM(opened),
                SUM(CASE state WHEN 'refused' THEN 1 ELSE 0 END), SUM(CASE state WHEN 'unknown' THEN 1 ELSE 0 END)
            FROM delivery WHERE broadcast_id = @id GROUP BY broadcast_id, language
            ON CONFLICT (broadcast_id, language) DO NOTHING
            """, new { id }, transaction, cancellationToken: cancellation)), cancellation);
        while (await database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM delivery WHERE broadcast_id = @id AND subscriber_id IN (
                SELECT subscriber_id FROM delivery WHERE broadcast_id = @id ORDER BY subscriber_id LIMIT @MostAtOnce)
            """, new { id, MostAtOnce }, transaction, cancellationToken: cancellation)), cancellation) > 0)
        {
            // The next portion.
        }

        await database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE broadcast SET reduced_at = @now WHERE id = @id",
            new { id, now = StoredTime.Write(clock.GetUtcNow()) }, transaction, cancellationToken: cancellation)), cancellation);
    }
}
