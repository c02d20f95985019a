using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using ResourceBot.Storage;

namespace ResourceBot.People;

/// <summary>A line of the audit trail.</summary>
/// <param name="At">To the minute, as <see cref="AuditTrail.TimeForm"/>.</param>
/// <param name="Who">A staff alias, <see cref="AuditTrail.Program"/> or <see cref="AuditTrail.Operator"/>.</param>
/// <param name="Deed">One of <see cref="Deeds"/>.</param>
/// <param name="Subject">Slug of an entry, number of a broadcast, alias of staff; never anything about a visitor.</param>
/// <param name="ContentHash">SHA-256 of what was decided about, in hexadecimal; empty when there is none.</param>
/// <param name="Chain">SHA-256 over this line and the chain of the line before.</param>
public sealed record AuditLine(long Number, string At, string Who, string Deed, string Subject, string ContentHash, string Chain);

/// <summary>The result of a check.</summary>
/// <param name="FirstBroken">The number of the first line that is not as it was written, or that is missing; null when all fit.</param>
/// <param name="Head">The chain of the last line. Written down elsewhere, it also shows that nobody rewrote the whole trail.</param>
public sealed record AuditCheck(long Lines, long? FirstBroken, string Head);

/// <summary>
/// Who did what, in lines of which each carries a hash of the one before: a line that is changed, taken out or put in
/// later breaks the chain from there on. Written in the transaction of the deed itself.
/// </summary>
public sealed class AuditTrail(Database database, TimeProvider clock)
{
    /// <summary>Who, when no person did it.</summary>
    public const string Program = "program";

    /// <summary>Who, when it was whoever runs the program, from its command line.</summary>
    public const string Operator = "operator";

    /// <summary>The form of <see cref="AuditLine.At"/>: UTC, to the minute.</summary>
    public const string TimeForm = "yyyy-MM-dd'T'HH:mm'Z'";

    private const string Columns = "number, at, who, deed, subject, content_hash, chain";

    private sealed record Head(long Number, string Chain);

    // Not a positional record: of an empty trail there are only the columns of its head.
    private sealed class CheckedRow
    {
        public long? Number { get; init; }
        public string? At { get; init; }
        public string? Who { get; init; }
        public string? Deed { get; init; }
        public string? Subject { get; init; }
        public string? ContentHash { get; init; }
        public string? Chain { get; init; }
        public long HeadNumber { get; init; }
        public string HeadChain { get; init; } = "";

        public AuditLine ToLine() => new(Number ?? 0, At ?? "", Who ?? "", Deed ?? "", Subject ?? "", ContentHash ?? "", Chain ?? "");
    }

    public async Task WriteAsync(
        DbTransaction transaction, string who, string deed, string subject, string? contentHash, CancellationToken cancellation)
    {
        var connection = transaction.Connection!;
        // The update takes the one row first, so that two processes cannot continue the same line.
        var head = await connection.QuerySingleAsync<Head>(new CommandDefinition(
            "UPDATE audit_head SET number = number + 1 WHERE only_row = 1 RETURNING number, chain",
            transaction: transaction, cancellationToken: cancellation));
        var at = clock.GetUtcNow().UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture);
        var line = new AuditLine(head.Number, at, who, deed, subject, contentHash ?? "", "");
        line = line with { Chain = ChainOf(line, head.Chain) };
        await connection.ExecuteAsync(new CommandDefinition(
            $"INSERT INTO audit ({Columns}) VALUES (@Number, @At, @Who, @Deed, @Subject, @ContentHash, @Chain)",
            line, transaction, cancellationToken: cancellation));
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE audit_head SET chain = @Chain WHERE only_row = 1", line, transaction, cancellationToken: cancellation));
    }

    public Task WriteAsync(
        DbTransaction transaction, StaffMember who, string deed, string subject, string? contentHash, CancellationToken cancellation) =>
        WriteAsync(transaction, who.Alias, deed, subject, contentHash, cancellation);

    /// <summary>The newest lines first.</summary>
    public async Task<(IReadOnlyList<AuditLine> Lines, int Total)> ListAsync(int skip, int take, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var total = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT COUNT(*) FROM audit", cancellationToken: cancellation));
        var lines = await connection.QueryAsync<AuditLine>(new CommandDefinition(
            $"SELECT {Columns} FROM audit ORDER BY number DESC LIMIT @take OFFSET @skip",
            new { skip, take }, cancellationToken: cancellation));
        return ([.. lines], (int)total);
    }

    /// <summary>Goes through the whole trail.</summary>
    public async Task<AuditCheck> CheckAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var chain = "";
        long number = 0;
        Head? head = null;
        // Unbuffered: a trail grows for years. One statement for lines and end: somebody may be writing meanwhile.
        await foreach (var row in connection.QueryUnbufferedAsync<CheckedRow>(
            $"SELECT {Columns}, head_number, head_chain FROM (SELECT number AS head_number, chain AS head_chain FROM audit_head WHERE only_row = 1) h LEFT JOIN audit ON 1 = 1 ORDER BY number")
            .WithCancellation(cancellation))
        {
            head = new Head(row.HeadNumber, row.HeadChain);
            if (row.Number is null) break;
            number++;
            var line = row.ToLine();
            if (line.Number != number || line.Chain != ChainOf(line, chain)) return new AuditCheck(number - 1, number, chain);
            chain = line.Chain;
        }

        return head is not null && head.Number == number && head.Chain == chain
            ? new AuditCheck(number, null, chain)
            : new AuditCheck(number, number + 1, chain);
    }

    // Lengths stand before the parts, so that no text can be moved from one part into the next.
    private static string ChainOf(AuditLine line, string before)
    {
        var text = new StringBuilder();
        foreach (var part in (string[])
            [before, line.Number.ToString(CultureInfo.InvariantCulture), line.At, line.Who, line.Deed, line.Subject, line.ContentHash])
        {
            text.Append(part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
