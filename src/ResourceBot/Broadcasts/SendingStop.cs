using System.Data.Common;
using Dapper;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Broadcasts;

/// <summary>All sending is stopped.</summary>
/// <param name="By">Alias of who stopped it.</param>
public sealed record Stopped(string By, DateTimeOffset At)
{
    /// <summary>What a restart is approved against: this very stop and no later one.</summary>
    public string Hash => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
        System.Text.Encoding.UTF8.GetBytes($"{By} {StoredTime.Write(At)}")));
}

/// <summary>
/// The stop that anybody on the staff can pull with one command. It holds every broadcast, those that are approved later
/// too, until two people have started sending again.
/// </summary>
public sealed class SendingStop(Database database, Approvals approvals, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Of <see cref="Approvals"/>.</summary>
    public const string ApprovalKind = "sending";

    /// <summary>Of <see cref="Approvals"/>.</summary>
    public const string Subject = "all";

    private const string Select = "SELECT s.alias AS by, b.stopped_at AS at FROM broadcast_stop b JOIN staff s ON s.id = b.stopped_by";

    private sealed record Row(string By, string At);

    /// <returns>Null while nothing is stopped.</returns>
    public async Task<Stopped?> FindAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await FindAsync(connection, null, cancellation);
    }

    /// <summary>Stops everything. Stopping twice changes nothing.</summary>
    public Task PullAsync(StaffMember who, CancellationToken cancellation) => database.WriteAsync(async transaction =>
    {
        var isNew = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO broadcast_stop (only_row, stopped_by, stopped_at) VALUES (1, @who, @now)
            ON CONFLICT (only_row) DO NOTHING
            """, new { who = who.Id.Value, now = StoredTime.Write(clock.GetUtcNow()) }, transaction, cancellationToken: cancellation));
        // Whoever pulls again while a restart is being asked for means it.
        await Approvals.VoidAsync(transaction, ApprovalKind, Subject, cancellation);
        if (isNew == 1) await audit.WriteAsync(transaction, who, Deeds.SendingStopped, Subject, null, cancellation);
    }, cancellation);

    /// <summary>The first of the two who start again.</summary>
    /// <returns>False when nothing is stopped.</returns>
    public Task<bool> AskRestartAsync(StaffMember who, CancellationToken cancellation) => database.WriteAsync(async transaction =>
    {
        if (await FindAsync(transaction.Connection!, transaction, cancellation) is not { } stopped) return false;
        await approvals.RequestAsync(transaction, ApprovalKind, Subject, stopped.Hash, who, cancellation);
        return true;
    }, cancellation);

    /// <summary>The second of the two. Sending goes on when it answers <see cref="ApprovalOutcome.Approved"/>.</summary>
    public Task<ApprovalOutcome> RestartAsync(StaffMember who, CancellationToken cancellation) => database.WriteAsync(async transaction =>
    {
        if (await FindAsync(transaction.Connection!, transaction, cancellation) is not { } stopped) return ApprovalOutcome.NotOpen;
        var outcome = await approvals.ApproveAsync(
            transaction, ApprovalKind, Subject, who.Id, Right.ApproveBroadcasts, stopped.Hash, stopped.Hash, cancellation);
        if (outcome != ApprovalOutcome.Approved) return outcome;
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "DELETE FROM broadcast_stop", transaction: transaction, cancellationToken: cancellation));
        await audit.WriteAsync(transaction, who, Deeds.SendingRestarted, Subject, stopped.Hash, cancellation);
        return outcome;
    }, cancellation);

    private static async Task<Stopped?> FindAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellation) =>
        await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            Select, transaction: transaction, cancellationToken: cancellation)) is { } row
            ? new Stopped(row.By, StoredTime.Read(row.At))
            : null;
}
