using Dapper;
using ResourceBot.Catalogue;
using ResourceBot.Languages;
using ResourceBot.Storage;

namespace ResourceBot.Broadcasts;

/// <summary>Who is meant by an <see cref="AudienceRule"/>: how many, and, once, exactly who.</summary>
public sealed class AudienceStore(Database database, TimeProvider clock)
{
    // Whoever chose no place hears what is for either.
    private const string Meant =
        """
        s.expires_on >= @today AND s.language IN @languages AND (s.topics & @topics) <> 0
        AND (@place = 'a' OR s.place = 'a' OR s.place = @place)
        """;

    /// <summary>How many people a broadcast would reach now.</summary>
    public async Task<long> CountAsync(Broadcast broadcast, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            $"SELECT COUNT(*) FROM subscriber s WHERE {Meant}", Parameters(broadcast), cancellationToken: cancellation));
    }

    /// <summary>
    /// Freezes the audience of an approved broadcast, one row per person, and begins sending, all in one transaction: either
    /// everybody is in it or nobody.
    /// </summary>
    /// <returns>False when it is not approved (any more).</returns>
    public Task<bool> FreezeAsync(BroadcastId id, CancellationToken cancellation) => database.WriteAsync(async transaction =>
    {
        if (await BroadcastStore.FindAsync(transaction, id, cancellation) is not { State: BroadcastState.Approved } broadcast) return false;
        var connection = transaction.Connection!;
        // In the order of the rows: the table is then filled from its end, which is what makes a million quick.
        var recipients = await connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO delivery (broadcast_id, subscriber_id, language, state, attempts, opened)
            SELECT @id, s.id, s.language, 'pending', 0, 0 FROM subscriber s WHERE {Meant} ORDER BY s.id
            """, Parameters(broadcast), transaction, commandTimeout: 600, cancellationToken: cancellation));
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE broadcast SET state = 'sending', report_due = 1, recipients = @recipients, frozen_at = @now WHERE id = @id",
            new { id = id.Value, recipients, now = StoredTime.Write(clock.GetUtcNow()) }, transaction, cancellationToken: cancellation));
        return true;
    }, cancellation);

    private object Parameters(Broadcast broadcast) => new
    {
        id = broadcast.Id.Value,
        today = KabulTime.Today(clock).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        languages = broadcast.AudienceLanguages.Select(language => language.Code()).ToArray(),
        topics = broadcast.Audience.Topics.Bits,
        place = broadcast.Audience.Place.Letter().ToString(),
    };
}
