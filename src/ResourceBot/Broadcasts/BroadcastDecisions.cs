using System.Data.Common;
using Dapper;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Broadcasts;

/// <summary>What came of asking a second person.</summary>
public enum AskOutcome
{
    Asked,

    /// <summary>It has none yet.</summary>
    NoText,

    /// <summary>Whoever is meant would get nothing, for want of a language or of a topic.</summary>
    NobodyMeant,

    /// <summary>The time for which it is meant has passed.</summary>
    TimePassed,

    /// <summary>It is past being written.</summary>
    TooLate,
}

/// <summary>
/// What staff decide about a broadcast, each in one transaction with its line in the audit trail: asking and giving approval,
/// pausing and going on, ending and taking back. Who is staff is read again inside.
/// </summary>
public sealed class BroadcastDecisions(Database database, Approvals approvals, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Asks a second person.</summary>
    public Task<AskOutcome> AskAsync(BroadcastId id, StaffMember who, CancellationToken cancellation) => database.WriteAsync(async transaction =>
    {
        if (await BroadcastStore.FindAsync(transaction, id, cancellation) is not { CanBeEdited: true } broadcast) return AskOutcome.TooLate;
        if (broadcast.Texts.Count == 0) return AskOutcome.NoText;
        if (broadcast.AudienceLanguages.Count == 0 || broadcast.Audience.Topics.IsEmpty) return AskOutcome.NobodyMeant;
        if (HasPassed(broadcast)) return AskOutcome.TimePassed;
        var hash = BroadcastHash.Of(broadcast);
        await approvals.RequestAsync(transaction, BroadcastStore.ApprovalKind, BroadcastStore.Subject(id), hash, who, cancellation);
        await BroadcastStore.MoveAsync(transaction, id, [BroadcastState.Draft, BroadcastState.Asked], BroadcastState.Asked, null, cancellation);
        await audit.WriteAsync(transaction, who, Deeds.BroadcastAsked, BroadcastStore.Subject(id), hash, cancellation);
        return AskOutcome.Asked;
    }, cancellation);

    /// <summary>What nobody approved in time is a draft again, so that its writer can ask anew.</summary>
    public async Task ReturnLapsedAsync(CancellationToken cancellation)
    {
        const string lapsed =
            """
            state = 'asked' AND NOT EXISTS (
                SELECT 1 FROM approval a
                WHERE a.kind = @kind AND a.subject = CAST(broadcast.id AS TEXT) AND a.state = 'open' AND a.expires_at > @now)
            """;
        var parameters = new { kind = BroadcastStore.ApprovalKind, now = StoredTime.Write(clock.GetUtcNow()) };
        await using (var connection = await database.OpenAsync(cancellation))
        {
            if (await connection.ExecuteScalarAsync<long>(new CommandDefinition(
                $"SELECT COUNT(*) FROM broadcast WHERE {lapsed}", parameters, cancellationToken: cancellation)) == 0) return;
        }

        await database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            $"UPDATE broadcast SET state = 'draft' WHERE {lapsed}", parameters, transaction, cancellationToken: cancellation)), cancellation);
    }

    /// <summary>Whether it was asked for and nobody approved it in time.</summary>
    public async Task<bool> HasLapsedAsync(BroadcastId id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await HasLapsedAsync(connection, null, id, cancellation);
    }

    /// <summary>The second person says yes to exactly what she has read.</summary>
    /// <param name="readHash">The hash of it, or its first letters.</param>
    public Task<ApprovalOutcome> ApproveAsync(BroadcastId id, StaffMember who, string readHash, CancellationToken cancellation) =>
        database.WriteAsync(async transaction =>
        {
            if (await BroadcastStore.FindAsync(transaction, id, cancellation) is not { State: BroadcastState.Asked } broadcast)
                return await HasLapsedAsync(transaction.Connection!, transaction, id, cancellation) ? ApprovalOutcome.Expired : ApprovalOutcome.NotOpen;
            var hash = BroadcastHash.Of(broadcast);
            // Whoever wrote it is never the second person, even when a third one asked for the approval.
            if (broadcast.Writer == who.Id && !(await StaffRulesStore.ReadAsync(transaction, cancellation)).Solo) return ApprovalOutcome.OwnRequest;
            // Approved late it would go out at once, and that is not what was read.
            if (HasPassed(broadcast) && await StaffStore.FindAsync(transaction, who.Id, cancellation) is { } member && member.May(Right.ApproveBroadcasts))
            {
                await Approvals.VoidAsync(transaction, BroadcastStore.ApprovalKind, BroadcastStore.Subject(id), cancellation);
                await BroadcastStore.MoveAsync(transaction, id, [BroadcastState.Asked], BroadcastState.Draft, null, cancellation);
                return ApprovalOutcome.TimePassed;
            }

            var outcome = await approvals.ApproveAsync(
                transaction, BroadcastStore.ApprovalKind, BroadcastStore.Subject(id), who.Id, Right.ApproveBroadcasts, readHash, hash, cancellation);
            if (outcome == ApprovalOutcome.Expired)
                await BroadcastStore.MoveAsync(transaction, id, [BroadcastState.Asked], BroadcastState.Draft, null, cancellation);
            if (outcome != ApprovalOutcome.Approved) return outcome;
            await BroadcastStore.MoveAsync(transaction, id, [BroadcastState.Asked], BroadcastState.Approved, null, cancellation);
            await audit.WriteAsync(transaction, who, Deeds.BroadcastApproved, BroadcastStore.Subject(id), hash, cancellation);
            return outcome;
        }, cancellation);

    /// <summary>Back to a draft.</summary>
    /// <returns>False when nothing was asked.</returns>
    public Task<bool> RejectAsync(BroadcastId id, StaffMember who, CancellationToken cancellation) => database.WriteAsync(async transaction =>
    {
        await approvals.RejectAsync(transaction, BroadcastStore.ApprovalKind, BroadcastStore.Subject(id), who.Id, cancellation);
        return await MoveAsync(transaction, id, [BroadcastState.Asked], BroadcastState.Draft, null, who, Deeds.BroadcastRejected, cancellation);
    }, cancellation);

    public Task<bool> PauseAsync(BroadcastId id, StaffMember who, CancellationToken cancellation) => database.WriteAsync(transaction =>
        MoveAsync(transaction, id, [BroadcastState.Sending], BroadcastState.Paused, PauseReason.Staff, who, Deeds.BroadcastPaused, cancellation),
        cancellation);

    public Task<bool> ResumeAsync(BroadcastId id, StaffMember who, CancellationToken cancellation) => database.WriteAsync(transaction =>
        MoveAsync(transaction, id, [BroadcastState.Paused], BroadcastState.Sending, null, who, Deeds.BroadcastResumed, cancellation),
        cancellation);

    /// <summary>Ends it for those whose turn has not come, or before its time.</summary>
    public Task<bool> CancelAsync(BroadcastId id, StaffMember who, CancellationToken cancellation) => database.WriteAsync(async transaction =>
        await MoveAsync(
            transaction, id, [BroadcastState.Approved, BroadcastState.Sending, BroadcastState.Paused], BroadcastState.Cancelled, null, who,
            Deeds.BroadcastCancelled, cancellation)
        && await EndAsync(transaction, id, cancellation), cancellation);

    /// <summary>
    /// Takes it back: nobody can read it from now on, whoever still waits gets nothing, and what stands in chats is taken away.
    /// </summary>
    /// <returns>False when it never went out, or was taken back before.</returns>
    public Task<bool> WithdrawAsync(BroadcastId id, StaffMember who, CancellationToken cancellation) => database.WriteAsync(async transaction =>
    {
        var isNew = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE broadcast SET withdrawn_at = @now WHERE id = @id AND withdrawn_at IS NULL AND frozen_at IS NOT NULL",
            new { id = id.Value, now = StoredTime.Write(clock.GetUtcNow()) }, transaction, cancellationToken: cancellation));
        if (isNew == 0) return false;
        if (await BroadcastStore.MoveAsync(
            transaction, id, [BroadcastState.Sending, BroadcastState.Paused], BroadcastState.Cancelled, null, cancellation))
        {
            await EndAsync(transaction, id, cancellation);
        }

        await audit.WriteAsync(transaction, who, Deeds.BroadcastWithdrawn, BroadcastStore.Subject(id), null, cancellation);
        return true;
    }, cancellation);

    private bool HasPassed(Broadcast broadcast) => broadcast.SendAt is { } at && at <= clock.GetUtcNow();

    private async Task<bool> HasLapsedAsync(DbConnection connection, DbTransaction? transaction, BroadcastId id, CancellationToken cancellation) =>
        await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT COUNT(*) FROM approval WHERE kind = @kind AND subject = @subject AND state = 'open' AND expires_at <= @now",
            new { kind = BroadcastStore.ApprovalKind, subject = BroadcastStore.Subject(id), now = StoredTime.Write(clock.GetUtcNow()) },
            transaction, cancellationToken: cancellation)) > 0;

    private async Task<bool> MoveAsync(
        DbTransaction transaction, BroadcastId id, IReadOnlyList<BroadcastState> from, BroadcastState to, PauseReason? reason,
        StaffMember who, string deed, CancellationToken cancellation)
    {
        if (!await BroadcastStore.MoveAsync(transaction, id, from, to, reason, cancellation)) return false;
        await audit.WriteAsync(transaction, who, deed, BroadcastStore.Subject(id), null, cancellation);
        return true;
    }

    private async Task<bool> EndAsync(DbTransaction transaction, BroadcastId id, CancellationToken cancellation) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE broadcast SET finished_at = @now WHERE id = @id",
            new { id = id.Value, now = StoredTime.Write(clock.GetUtcNow()) }, transaction, cancellationToken: cancellation)) == 1;
}
