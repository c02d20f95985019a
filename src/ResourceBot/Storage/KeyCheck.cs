using System.Security.Cryptography;
using Dapper;

namespace ResourceBot.Storage;

/// <summary>
/// Tells whether the secret is the one under which this database was sealed. With another one nobody would be staff any
/// more and nobody could be reached, and new rows would lie beside old ones that nobody can open.
/// </summary>
public sealed class KeyCheck(Database database, Seal seal)
{
    private const string Purpose = "key-check";

    /// <summary>The first secret of a database is its secret from then on.</summary>
    /// <returns>False when the database was sealed under another secret.</returns>
    public Task<bool> FitsAsync(CancellationToken cancellation) => database.WriteAsync(async transaction =>
    {
        var connection = transaction.Connection!;
        var known = await connection.ExecuteScalarAsync<byte[]?>(new CommandDefinition(
            "SELECT sealed FROM key_check WHERE only_row = 1", transaction: transaction, cancellationToken: cancellation));
        if (known is not null) return Opens(known);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO key_check (only_row, sealed) VALUES (1, @content)",
            new { content = seal.Close(Purpose, "ResourceBot"u8) }, transaction, cancellationToken: cancellation));
        return true;
    }, cancellation);

    /// <summary>Whether this database was ever sealed under a secret.</summary>
    public static async Task<bool> HasKeyAsync(Database database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT COUNT(*) FROM key_check", cancellationToken: cancellation)) > 0;
    }

    private bool Opens(byte[] known)
    {
        try
        {
            seal.Open(Purpose, known);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
