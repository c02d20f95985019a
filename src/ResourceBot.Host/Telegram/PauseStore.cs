using System.Globalization;
using Dapper;
using ResourceBot.Storage;

namespace ResourceBot.Host.Telegram;

/// <summary>Until when Telegram told us to send nothing. A restart must not forget it: asking again in the pause lengthens it.</summary>
internal sealed class PauseStore(Database database)
{
    public async Task<DateTimeOffset?> FindAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var until = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "SELECT until FROM outgoing_pause WHERE only_row = 1", cancellationToken: cancellation));
        return until is null ? null : DateTimeOffset.Parse(until, CultureInfo.InvariantCulture);
    }

    public Task SaveAsync(DateTimeOffset until, CancellationToken cancellation) =>
        database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO outgoing_pause (only_row, until) VALUES (1, @until)
            ON CONFLICT (only_row) DO UPDATE SET until = excluded.until
            """,
            new { until = until.ToString("O", CultureInfo.InvariantCulture) }, transaction, cancellationToken: cancellation)),
            cancellation);
}
