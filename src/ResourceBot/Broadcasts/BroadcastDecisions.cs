using System.Data.Common;
using Dapper;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Broadcasts;

/// <summary>
/// What staff decide about a broadcast, each in one transaction with its line in the audit trail: asking and giving approval,
/// pausing and going on, ending and taking back. Who is staff is read again inside.
/// </summary>
public sealed class BroadcastDecisions(Database database, Approvals approvals, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Asks a second person.</summary>
    /// <returns>False when it has no text, or is being read by a second person already, or is past that.</returns>
    public Task<bool> AskAsync(BroadcastId id, StaffMember who, CancellationToken cancellation) => database.WriteAsync(async transaction =>
    {
        if (await BroadcastStore.FindAsync(transaction, id, cancellation) is not { CanBeEdited: true, Texts.Count: > 0 } broadcast) return false;
        var hash = BroadcastHash.Of(broadcast);
        await approvals.RequestAsync(transaction, BroadcastStore.ApprovalKind, BroadcastStore.Subject(id), hash, who, cancellation);
        await BroadcastStore.MoveAsync(transaction, id, [BroadcastState.Draft, BroadcastState.Asked], BroadcastState.Asked, null, cancellation);
        await audit.WriteAsync(transaction, who, Deeds.BroadcastAsked, BroadcastStore.Subject(id), hash, cancellation);
        return true;
    }, cancellation);

    /// <summary>The second person says yes to exactly what she has read.</summary>
    /// <param name="readHash">The hash of it, or its first letters.</param>
    public Task<ApprovalOutcome> ApproveAsync(BroadcastId id, StaffMember who, string readHash, CancellationToken cancellation) =>
        database.WriteAsync(async transaction =>
        {
            if (await BroadcastStore.FindAsync(transaction, id, cancellation) is not { State: BroadcastState.Asked } broadcast)
                return ApprovalOutcome.NotOpen;
            var hash = BroadcastHash.Of(broadcast);
            // Whoever wrote it is never the second person, even when a third one asked for the approval.
            if (broadcast.Writer == who.Id && !(await StaffRulesStore.ReadAsync(transaction, cancellation)).Solo) return ApprovalOutcome.OwnRequest;
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
