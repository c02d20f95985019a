using System.Globalization;
using Dapper;
using ResourceBot.Chat;
using ResourceBot.Storage;

namespace ResourceBot.Host.Telegram;

/// <summary>An update that lies in the inbox and waits for its answer.</summary>
internal sealed record Waiting(long UpdateId, Incoming Incoming);

/// <summary>
/// The durable inbox. An update is confirmed to Telegram only when it lies here, so a kill at any line loses none; its
/// number is the key, so one that comes twice has no second effect.
/// </summary>
internal sealed class Inbox(Database database, IncomingSeal seal, TimeProvider clock)
{
    /// <summary>Telegram keeps what was not confirmed for 24 hours (Bot API, "Getting updates"); numbers are remembered for twice that.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(48);

    /// <summary>An update with which the program was started so often without answering it is the likely reason of its end.</summary>
    public const int MostStarts = 3;

    private sealed record Row(long UpdateId, byte[] Sealed);

    /// <summary>Takes updates in, all or none.</summary>
    /// <returns>Those that are new and want an answer, in the order given.</returns>
    public Task<IReadOnlyList<Waiting>> TakeInAsync(IReadOnlyList<Received> updates, CancellationToken cancellation) =>
        database.WriteAsync<IReadOnlyList<Waiting>>(async transaction =>
        {
            var taken = new List<Waiting>();
            foreach (var update in updates)
            {
                var isNew = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                    """
                    INSERT INTO inbox (update_id, sealed, received_at) VALUES (@id, @content, @hour)
                    ON CONFLICT (update_id) DO NOTHING
                    """,
                    new { id = update.UpdateId, content = update.Incoming is { } incoming ? seal.Close(incoming) : null, hour = Hour(clock.GetUtcNow()) },
                    transaction,
                    cancellationToken: cancellation));
                if (isNew == 1 && update.Incoming is { } wanted) taken.Add(new Waiting(update.UpdateId, wanted));
            }

            return taken;
        }, cancellation);

    /// <summary>Empties answered updates; their numbers stay.</summary>
    public Task DoneAsync(IReadOnlyList<long> updateIds, CancellationToken cancellation) =>
        database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE inbox SET sealed = NULL WHERE update_id IN @ids", new { ids = updateIds }, transaction, cancellationToken: cancellation)),
            cancellation);

    /// <summary>What an earlier run left unanswered, in order; counts this start against it.</summary>
    /// <returns>And how many were given up, because the program was started with them <see cref="MostStarts"/> times.</returns>
    public Task<(IReadOnlyList<Waiting> Left, int GivenUp)> LeftOverAsync(CancellationToken cancellation) =>
        database.WriteAsync<(IReadOnlyList<Waiting>, int)>(async transaction =>
        {
            var connection = transaction.Connection!;
            var givenUp = await connection.ExecuteAsync(new CommandDefinition(
                "UPDATE inbox SET sealed = NULL WHERE sealed IS NOT NULL AND starts >= @MostStarts",
                new { MostStarts }, transaction, cancellationToken: cancellation));
            await connection.ExecuteAsync(new CommandDefinition(
                "UPDATE inbox SET starts = starts + 1 WHERE sealed IS NOT NULL", transaction: transaction, cancellationToken: cancellation));
            var rows = await connection.QueryAsync<Row>(new CommandDefinition(
                "SELECT update_id, sealed FROM inbox WHERE sealed IS NOT NULL ORDER BY update_id",
                transaction: transaction, cancellationToken: cancellation));
            return ([.. rows.Select(row => new Waiting(row.UpdateId, seal.Open(row.Sealed)))], givenUp);
        }, cancellation);

    /// <summary>Forgets the numbers of updates answered longer ago than <see cref="Memory"/>.</summary>
    public Task ForgetOldAsync(CancellationToken cancellation) =>
        database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "DELETE FROM inbox WHERE sealed IS NULL AND received_at < @before",
            new { before = Hour(clock.GetUtcNow() - Memory) }, transaction, cancellationToken: cancellation)),
            cancellation);

    private static string Hour(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH':00Z'", CultureInfo.InvariantCulture);
}
