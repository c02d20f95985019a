using System.Data.Common;
using Dapper;
using ResourceBot.Storage;

namespace ResourceBot.People;

/// <summary>Something that waits for a second person.</summary>
/// <param name="Kind">What is to be approved, such as <c>entry</c> or <c>broadcast</c>; each kind numbers its own subjects.</param>
/// <param name="ContentHash">SHA-256 of everything that the approver reads, in hexadecimal.</param>
public sealed record Approval(
    long Id, string Kind, string Subject, StaffId RequestedBy, string Requester, string ContentHash, DateTimeOffset ExpiresAt);

/// <summary>What came of an attempt to approve.</summary>
public enum ApprovalOutcome
{
    Approved,

    /// <summary>Nobody asks for it (any more): approved by another, rejected, withdrawn, or its requester was revoked.</summary>
    NotOpen,

    /// <summary>The requester is never the approver, but in solo mode.</summary>
    OwnRequest,

    /// <summary>Asked for longer than <see cref="Approvals.Life"/> ago.</summary>
    Expired,

    /// <summary>The time for which it was meant has passed.</summary>
    TimePassed,

    /// <summary>It is not what was read any more.</summary>
    Changed,

    /// <summary>The approver is not on the staff any more, or has not the right.</summary>
    NotAllowed,
}

/// <summary>
/// The second person. A request is bound to a hash of what is to be approved; whoever approves must have read exactly
/// that. Everything happens inside the caller's transaction, together with what the approval sets in motion, so of two
/// approvals at once only one takes effect.
/// </summary>
public sealed class Approvals(Database database, TimeProvider clock)
{
    /// <summary>How long a request stays open.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private const string Columns =
        """
        a.id, a.kind, a.subject, a.requested_by, s.alias AS requester, a.content_hash, a.expires_at
        FROM approval a JOIN staff s ON s.id = a.requested_by
        """;

    private sealed record Row(
        long Id, string Kind, string Subject, long RequestedBy, string Requester, string ContentHash, string ExpiresAt)
    {
        public Approval ToApproval() => new(
            Id, Kind, Subject, new StaffId(RequestedBy), Requester, ContentHash, StoredTime.Read(ExpiresAt));
    }

    /// <summary>Asks for approval; an older request for the same subject is void from now on.</summary>
    public async Task<long> RequestAsync(
        DbTransaction transaction, string kind, string subject, string contentHash, StaffMember requester, CancellationToken cancellation)
    {
        await VoidAsync(transaction, kind, subject, cancellation);
        var now = clock.GetUtcNow();
        return await transaction.Connection!.ExecuteScalarAsync<long>(new CommandDefinition(
            """
            INSERT INTO approval (kind, subject, requested_by, content_hash, requested_at, expires_at, state)
            VALUES (@kind, @subject, @by, @contentHash, @now, @until, 'open') RETURNING id
            """,
            new { kind, subject, by = requester.Id.Value, contentHash, now = StoredTime.Write(now), until = StoredTime.Write(now + Life) },
            transaction, cancellationToken: cancellation));
    }

    /// <summary>What is asked for about this subject; null when nothing is, or no longer.</summary>
    public async Task<Approval?> FindOpenAsync(string kind, string subject, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} WHERE a.kind = @kind AND a.subject = @subject AND a.state = 'open' AND a.expires_at > @now",
            new { kind, subject, now = Now() }, cancellationToken: cancellation));
        return row?.ToApproval();
    }

    /// <summary>All that waits of one kind, oldest first.</summary>
    public async Task<IReadOnlyList<Approval>> ListOpenAsync(string kind, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} WHERE a.kind = @kind AND a.state = 'open' AND a.expires_at > @now ORDER BY a.id",
            new { kind, now = Now() }, cancellationToken: cancellation));
        return [.. rows.Select(row => row.ToApproval())];
    }

    /// <summary>
    /// Approves what is open about a subject. Do what follows from it in the same transaction, and only after
    /// <see cref="ApprovalOutcome.Approved"/>.
    /// </summary>
    /// <param name="approver">Looked up again here: a right that was revoked a moment ago counts no more.</param>
    /// <param name="needed">The right that approving this kind takes.</param>
    /// <param name="readHash">The hash of what the approver has read, or its first letters (at least 8) as a button carries them.</param>
    /// <param name="hashNow">The hash of what would take effect now, computed in this transaction.</param>
    public async Task<ApprovalOutcome> ApproveAsync(
        DbTransaction transaction, string kind, string subject, StaffId approver, Right needed, string readHash, string hashNow,
        CancellationToken cancellation)
    {
        if (await StaffStore.FindAsync(transaction, approver, cancellation) is not { } member || !member.May(needed))
            return ApprovalOutcome.NotAllowed;
        if (await FindOpenAsync(transaction, kind, subject, cancellation) is not { } open) return ApprovalOutcome.NotOpen;
        if (open.ExpiresAt <= clock.GetUtcNow()) return ApprovalOutcome.Expired;
        if (open.ContentHash != hashNow || readHash.Length < 8 || !hashNow.StartsWith(readHash, StringComparison.Ordinal))
            return ApprovalOutcome.Changed;
        if (open.RequestedBy == approver && !(await StaffRulesStore.ReadAsync(transaction, cancellation)).Solo)
            return ApprovalOutcome.OwnRequest;
        return await DecideAsync(transaction, open.Id, "approved", approver, cancellation)
            ? ApprovalOutcome.Approved
            : ApprovalOutcome.NotOpen;
    }

    /// <summary>Turns down what is open about a subject. One pair of eyes is enough to say no, also one's own.</summary>
    /// <returns>False when nothing was open.</returns>
    public async Task<bool> RejectAsync(
        DbTransaction transaction, string kind, string subject, StaffId by, CancellationToken cancellation) =>
        await FindOpenAsync(transaction, kind, subject, cancellation) is { } open
        && await DecideAsync(transaction, open.Id, "rejected", by, cancellation);

    /// <summary>Call it whenever the subject changes: what was asked for is not what is there now.</summary>
    public static Task VoidAsync(DbTransaction transaction, string kind, string subject, CancellationToken cancellation) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE approval SET state = 'void' WHERE kind = @kind AND subject = @subject AND state = 'open'",
            new { kind, subject }, transaction, cancellationToken: cancellation));

    private static async Task<Approval?> FindOpenAsync(
        DbTransaction transaction, string kind, string subject, CancellationToken cancellation) =>
        (await transaction.Connection!.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} WHERE a.kind = @kind AND a.subject = @subject AND a.state = 'open'",
            new { kind, subject }, transaction, cancellationToken: cancellation)))?.ToApproval();

    private async Task<bool> DecideAsync(
        DbTransaction transaction, long id, string state, StaffId by, CancellationToken cancellation) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE approval SET state = @state, decided_by = @by, decided_at = @now WHERE id = @id AND state = 'open'",
            new { id, state, by = by.Value, now = Now() }, transaction, cancellationToken: cancellation)) == 1;

    private string Now() => StoredTime.Write(clock.GetUtcNow());
}
