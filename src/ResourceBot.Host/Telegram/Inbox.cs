using System.Globalization;
using Dapper;
using ResourceBot.Chat;
using ResourceBot.Storage;

namespace ResourceBot.Host.Telegram;

/// <summary>An update that lies in the inbox and waits for its answer.</summary>
/// <param name="Panel">What her chat showed when it came in, as far as was known.</param>
/// <param name="TookEffect">An earlier run carried it out and did not come to answering.</param>
/// <param name="IsSuspect">It was there at so many starts that it may be the reason why the program ended.</param>
/// <param name="Spinning">Of a press that waits behind something else: whoever takes it stops the button from spinning.</param>
internal sealed record Waiting(
    long UpdateId, Incoming Incoming, OpenPanel? Panel = null, bool TookEffect = false, bool IsSuspect = false, Spinning? Spinning = null);

/// <summary>A button that spins until somebody answers the press; one of several does.</summary>
internal sealed class Spinning
{
    private int _taken;

    /// <returns>True for the first who asks.</returns>
    public bool Take() => Interlocked.Exchange(ref _taken, 1) == 0;
}

/// <summary>
/// The durable inbox. An update is confirmed to Telegram only when it lies here, so a kill at any line loses none; its
/// number is the key, so one that comes twice has no second effect.
/// </summary>
internal sealed class Inbox(Database database, IncomingSeal seal, OpenPanels panels, TimeProvider clock)
{
    /// <summary>Telegram keeps what was not confirmed for 24 hours (Bot API, "Getting updates"); numbers are remembered for twice that.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(48);

    /// <summary>An update that was there at so many starts is a suspect.</summary>
    public const int SuspectStarts = 3;

    /// <summary>A suspect with which the program ended so often while it understood it is the reason of its end, and given up.</summary>
    public const int MostBegun = 3;

    private sealed class Row
    {
        public long UpdateId { get; init; }
        public byte[] Sealed { get; init; } = [];
        public long Starts { get; init; }
        public long TookEffect { get; init; }
    }

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
                    new { id = update.UpdateId, content = update.Incoming is { } incoming ? seal.Close(incoming, panels.Find(incoming.Chat)) : null, hour = Hour(clock.GetUtcNow()) },
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
    /// <returns>And how many were given up, because the program ended <see cref="MostBegun"/> times over each of them.</returns>
    public Task<(IReadOnlyList<Waiting> Left, int GivenUp)> LeftOverAsync(CancellationToken cancellation) =>
        database.WriteAsync<(IReadOnlyList<Waiting>, int)>(async transaction =>
        {
            var connection = transaction.Connection!;
            var givenUp = await connection.ExecuteAsync(new CommandDefinition(
                "UPDATE inbox SET sealed = NULL WHERE sealed IS NOT NULL AND begun >= @MostBegun",
                new { MostBegun }, transaction, cancellationToken: cancellation));
            var rows = await connection.QueryAsync<Row>(new CommandDefinition(
                "SELECT update_id, sealed, starts, took_effect FROM inbox WHERE sealed IS NOT NULL ORDER BY update_id",
                transaction: transaction, cancellationToken: cancellation));
            await connection.ExecuteAsync(new CommandDefinition(
                "UPDATE inbox SET starts = starts + 1 WHERE sealed IS NOT NULL", transaction: transaction, cancellationToken: cancellation));
            return ([.. rows.Select(Open)], givenUp);
        }, cancellation);

    /// <summary>How many wait for an answer.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT COUNT(*) FROM inbox WHERE sealed IS NOT NULL", cancellationToken: cancellation));
    }

    /// <summary>
    /// Understands an update. What that changes is marked in the same transaction, so that after a crash it is not done again; over a
    /// suspect the program may end, so that is written down before.
    /// </summary>
    public async Task<Answer> UnderstandAsync(Waiting waiting, Func<Task<Answer>> understand, CancellationToken cancellation)
    {
        if (waiting.IsSuspect) await SetBegunAsync("begun + 1");
        var answer = await database.AlongAsync(
            transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
                "UPDATE inbox SET took_effect = 1 WHERE update_id = @UpdateId AND sealed IS NOT NULL", new { waiting.UpdateId }, transaction)),
            understand);
        if (waiting.IsSuspect) await SetBegunAsync("0");
        return answer;

        Task SetBegunAsync(string begun) => database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            $"UPDATE inbox SET begun = {begun} WHERE update_id = @UpdateId", new { waiting.UpdateId }, transaction, cancellationToken: cancellation)), cancellation);
    }

    /// <summary>Forgets the numbers of updates answered longer ago than <see cref="Memory"/>.</summary>
    public Task ForgetOldAsync(CancellationToken cancellation) =>
        database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "DELETE FROM inbox WHERE sealed IS NULL AND received_at < @before",
            new { before = Hour(clock.GetUtcNow() - Memory) }, transaction, cancellationToken: cancellation)),
            cancellation);

    private Waiting Open(Row row)
    {
        var (incoming, panel) = seal.Open(row.Sealed);
        return new Waiting(row.UpdateId, incoming, panel, row.TookEffect == 1, row.Starts >= SuspectStarts);
    }

    private static string Hour(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH':00Z'", CultureInfo.InvariantCulture);
}
