using System.Data.Common;
using Dapper;
using ResourceBot.Broadcasts.Subscribers;
using static ResourceBot.Broadcasts.Sending.DeliveryWriting;

namespace ResourceBot.Broadcasts.Sending;

/// <summary>One group of claims and outcomes inside one transaction.</summary>
internal static class GroupWriting
{
    private sealed record Gate(string State, long Stopped);

    public static async Task WriteAsync(DbTransaction transaction, List<Entry> group, CancellationToken cancellation)
    {
        foreach (var ofOne in group.GroupBy(entry => entry.Broadcast))
        {
            // Outcomes first: a claim must not be refused for a row that this very group puts back in line.
            await RecordAsync(transaction, ofOne.Key, [.. ofOne.OfType<RecordEntry>()], cancellation);
            await ClaimAsync(transaction, ofOne.Key, [.. ofOne.OfType<ClaimEntry>()], cancellation);
        }
    }

    private static async Task ClaimAsync(
        DbTransaction transaction, BroadcastId broadcast, List<ClaimEntry> claims, CancellationToken cancellation)
    {
        if (claims.Count == 0) return;
        var connection = transaction.Connection!;
        var gate = await connection.QuerySingleOrDefaultAsync<Gate>(new CommandDefinition(
            "SELECT state, (SELECT COUNT(*) FROM broadcast_stop) AS stopped FROM broadcast WHERE id = @id",
            new { id = broadcast.Value }, transaction, cancellationToken: cancellation));
        if (gate is not { State: "sending", Stopped: 0 })
        {
            foreach (var claim in claims) claim.Answer = Claim.Halted;
            return;
        }

        var granted = (await connection.QueryAsync<long>(new CommandDefinition(
            """
            UPDATE delivery SET state = 'sending', attempts = attempts + 1
            WHERE broadcast_id = @id AND subscriber_id IN @whose AND state = 'pending'
            RETURNING subscriber_id
            """,
            new { id = broadcast.Value, whose = claims.Select(claim => claim.Subscriber.Value) },
            transaction, cancellationToken: cancellation))).ToHashSet();
        foreach (var claim in claims) claim.Answer = granted.Contains(claim.Subscriber.Value) ? Claim.Granted : Claim.NotHers;
    }

    private static async Task RecordAsync(
        DbTransaction transaction, BroadcastId broadcast, List<RecordEntry> records, CancellationToken cancellation)
    {
        if (records.Count == 0) return;
        var connection = transaction.Connection!;
        foreach (var record in records)
        {
            record.StillThere = await connection.ExecuteAsync(new CommandDefinition(
                """
                UPDATE delivery SET state = @state, message_id = @message, attempts = attempts - @uncounted
                WHERE broadcast_id = @id AND subscriber_id = @who AND state = 'sending'
                """,
                new
                {
                    id = broadcast.Value,
                    who = record.Subscriber.Value,
                    state = StateAfter(record.Outcome),
                    message = record.Message?.Value,
                    uncounted = record.Outcome == DeliveryOutcome.NotArrived ? 1 : 0,
                }, transaction, cancellationToken: cancellation)) == 1;
        }

        await CountAsync(transaction, broadcast, records, cancellation);
        await RememberBellsAsync(transaction, broadcast, records, cancellation);
        foreach (var left in records.Where(record => record.Outcome == DeliveryOutcome.Unreachable))
            await SubscriberStore.RemoveAsync(transaction, left.Subscriber, cancellation);
    }

    private static async Task CountAsync(
        DbTransaction transaction, BroadcastId broadcast, List<RecordEntry> records, CancellationToken cancellation)
    {
        var sent = Count(DeliveryOutcome.Sent);
        var refused = Count(DeliveryOutcome.Refused) + Count(DeliveryOutcome.Unreachable);
        var unknown = Count(DeliveryOutcome.Unknown);
        if (sent + refused + unknown == 0) return;
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE broadcast SET sent = sent + @sent, refused = refused + @refused, unknown = unknown + @unknown WHERE id = @id",
            new { id = broadcast.Value, sent, refused, unknown }, transaction, cancellationToken: cancellation));

        int Count(DeliveryOutcome outcome) => records.Count(record => record.StillThere && record.Outcome == outcome);
    }

    private static async Task RememberBellsAsync(
        DbTransaction transaction, BroadcastId broadcast, List<RecordEntry> records, CancellationToken cancellation)
    {
        foreach (var bell in records.Where(record => record is { Outcome: DeliveryOutcome.Sent, AsBell: true }))
        {
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                "UPDATE subscriber SET bell_message = @message, bell_broadcast = @id WHERE id = @who",
                new { id = broadcast.Value, who = bell.Subscriber.Value, message = bell.Message?.Value },
                transaction, cancellationToken: cancellation));
        }
    }

    private static string StateAfter(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Sent => "sent",
        DeliveryOutcome.Unreachable or DeliveryOutcome.Refused => "refused",
        DeliveryOutcome.Unknown => "unknown",
        _ => "pending",
    };
}
