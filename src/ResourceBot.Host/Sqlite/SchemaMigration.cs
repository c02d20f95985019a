using Dapper;
using ResourceBot.Storage;

namespace ResourceBot.Host.Sqlite;

/// <summary>Brings the schema up to date, one transaction a step.</summary>
internal sealed class SchemaMigration(Database database, TimeProvider clock)
{
    private const string Table =
        """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number      INTEGER PRIMARY KEY,
            name        TEXT NOT NULL,
            hash        TEXT NOT NULL,
            applied_at  TEXT NOT NULL
        )
        """;

    private sealed record Applied(long Number, string Name, string Hash);

    /// <returns>How many steps were taken.</returns>
    /// <exception cref="InvalidOperationException">The database was made by another version of the program.</exception>
    public async Task<int> RunAsync(IReadOnlyList<Migration> steps, CancellationToken cancellation)
    {
        var applied = await database.WriteAsync(async transaction =>
        {
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(Table, transaction: transaction, cancellationToken: cancellation));
            return (await transaction.Connection!.QueryAsync<Applied>(new CommandDefinition(
                "SELECT number, name, hash FROM schema_migration", transaction: transaction, cancellationToken: cancellation)))
                .ToDictionary(row => (int)row.Number);
        }, cancellation);

        foreach (var foreign in applied.Values.Where(row => steps.All(step => step.Number != row.Number)))
            throw new InvalidOperationException($"The database has the step {foreign.Name} of a newer program.");

        var taken = 0;
        foreach (var step in steps)
        {
            if (applied.TryGetValue(step.Number, out var before))
            {
                if (before.Hash != step.Hash) throw new InvalidOperationException($"The step {step.Name} is not the one that made this database.");
                continue;
            }

            await TakeAsync(step, cancellation);
            taken++;
        }

        return taken;
    }

    private Task TakeAsync(Migration step, CancellationToken cancellation) => database.WriteAsync(async transaction =>
    {
        var connection = transaction.Connection!;
        await connection.ExecuteAsync(new CommandDefinition(step.Sql, transaction: transaction, cancellationToken: cancellation));
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO schema_migration (number, name, hash, applied_at) VALUES (@Number, @Name, @Hash, @at)",
            new { step.Number, step.Name, step.Hash, at = clock.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture) },
            transaction,
            cancellationToken: cancellation));
    }, cancellation);
}
