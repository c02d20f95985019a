using System.Data.Common;
using Dapper;
using ResourceBot.Catalogue.Seeds;
using ResourceBot.Languages;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Catalogue.Editing;

/// <summary>What came of a step on the way from a draft to what visitors see.</summary>
public enum PublishOutcome
{
    Done,

    /// <summary>There is no such draft or entry (any more).</summary>
    Gone,

    /// <summary>Not on the staff any more, or without the right.</summary>
    NotAllowed,

    /// <summary>Somebody else writes it.</summary>
    Held,

    /// <summary>A field is missing or wrong.</summary>
    Incomplete,

    /// <summary>Another entry has the same short name.</summary>
    NameTaken,

    /// <summary>Nobody asks for approval (any more).</summary>
    NotOpen,

    /// <summary>Whoever wrote it does not approve it.</summary>
    Own,

    Expired,

    /// <summary>It is not what was read.</summary>
    Changed,

    /// <summary>The entry itself was changed since the draft began; the draft now stands on the changed one and must be looked at.</summary>
    Moved,
}

/// <summary>
/// The way of an entry: draft, review, published, retired. Each step looks the right up again, and happens whole, with its
/// line of the audit trail, or not at all.
/// </summary>
public sealed class Publishing(Database database, Approvals approvals, AuditTrail audit, EntryHistory history, TimeProvider clock)
{
    /// <summary>Sends a draft to a second person.</summary>
    public Task<PublishOutcome> SendAsync(DraftId id, StaffMember by, CancellationToken cancellation) =>
        WithDraftAsync(id, by, Right.EditEntries, async (transaction, draft) =>
        {
            if (draft.Holder != by.Id) return PublishOutcome.Held;
            draft = await NameAsync(transaction, draft, by, cancellation);
            var reading = draft.Body.Read();
            if (reading.Wrong.Count > 0) return PublishOutcome.Incomplete;
            if (await NameTakenAsync(transaction, draft, reading.Resource, cancellation)) return PublishOutcome.NameTaken;
            await approvals.RequestAsync(transaction, DraftStore.ApprovalKind, draft.Subject, draft.Hash, by, cancellation);
            await DraftStore.ReviewAsync(transaction, id, inReview: true, rejected: null, cancellation);
            await audit.WriteAsync(transaction, by, Deeds.ReviewAsked, reading.Resource.Slug.Value, draft.Hash, cancellation);
            return PublishOutcome.Done;
        }, cancellation);

    /// <summary>Approves what was read, and publishes it.</summary>
    /// <param name="readHash">The first letters of the hash of what the approver has read, at least 8.</param>
    public Task<PublishOutcome> ApproveAsync(DraftId id, StaffMember by, string readHash, CancellationToken cancellation) =>
        WithDraftAsync(id, by, Right.ApproveEntries, async (transaction, draft) =>
        {
            if (draft.Writers.Contains(by.Id) && !(await StaffRulesStore.ReadAsync(transaction, cancellation)).Solo) return PublishOutcome.Own;
            var reading = draft.Body.Read();
            if (await NameTakenAsync(transaction, draft, reading.Resource, cancellation)) return PublishOutcome.NameTaken;
            var before = draft.Resource is { } entry ? (await EntryShelf.FindAsync(transaction, entry, cancellation))!.Resource : null;
            if (before is not null && DraftMoving.HasMoved(draft, before)) return await MoveAsync(transaction, draft, before, by, cancellation);
            var outcome = await approvals.ApproveAsync(
                transaction, DraftStore.ApprovalKind, draft.Subject, by.Id, Right.ApproveEntries, readHash, draft.Hash, cancellation);
            if (outcome != ApprovalOutcome.Approved) return Outcome(outcome);
            var published = Publication.Of(reading.Resource, before, KabulTime.Today(clock));
            await PublishAsync(transaction, before, published, by, cancellation);
            await DraftStore.DeleteAsync(transaction, draft, cancellation);
            return PublishOutcome.Done;
        }, cancellation);

    /// <summary>Sends a draft back to its writer.</summary>
    /// <param name="reason">Code of the reason.</param>
    public Task<PublishOutcome> RejectAsync(DraftId id, StaffMember by, string reason, CancellationToken cancellation) =>
        WithDraftAsync(id, by, Right.ApproveEntries, async (transaction, draft) =>
        {
            if (!await approvals.RejectAsync(transaction, DraftStore.ApprovalKind, draft.Subject, by.Id, cancellation)) return PublishOutcome.NotOpen;
            await DraftStore.ReviewAsync(transaction, id, inReview: false, reason, cancellation);
            await audit.WriteAsync(
                transaction, by, Deeds.ReviewRejected, $"{draft.Body.GetText("slug")} {reason}", draft.Hash, cancellation);
            return PublishOutcome.Done;
        }, cancellation);

    /// <summary>Takes an entry out of what visitors see. One person may, at once: what may be a danger does not wait for a second.</summary>
    public Task<PublishOutcome> RetireAsync(ResourceId id, StaffMember by, CancellationToken cancellation) =>
        database.WriteAsync(async transaction =>
        {
            if (!await MayAsync(transaction, by, Right.ApproveEntries, cancellation)) return PublishOutcome.NotAllowed;
            if (await EntryShelf.FindAsync(transaction, id, cancellation) is not { IsRetired: false } entry) return PublishOutcome.Gone;
            await ExecuteAsync(transaction, "UPDATE resource SET state = 'retired', edited = 1 WHERE id = @id", new { id = id.Value }, cancellation);
            await history.NoteAsync(transaction, entry.Resource, entry.Resource, by.Alias, Deeds.EntryRetired, cancellation);
            await ResourceWriting.RaiseRevisionAsync(transaction, cancellation);
            await audit.WriteAsync(
                transaction, by, Deeds.EntryRetired, entry.Resource.Slug.Value, EntryJson.Hash(entry.Resource), cancellation);
            return PublishOutcome.Done;
        }, cancellation);

    private async Task PublishAsync(
        DbTransaction transaction, Resource? before, Resource published, StaffMember by, CancellationToken cancellation)
    {
        if (before is null) published = published with { Id = await ResourceWriting.AddAsync(transaction, published, cancellation) };
        else await ResourceWriting.ReplaceAsync(transaction, published, cancellation);
        await ExecuteAsync(
            transaction, "UPDATE resource SET state = 'published', edited = 1 WHERE id = @id", new { id = published.Id.Value }, cancellation);
        await history.NoteAsync(transaction, before, published, by.Alias, Deeds.EntryPublished, cancellation);
        await ResourceWriting.RaiseRevisionAsync(transaction, cancellation);
        await audit.WriteAsync(transaction, by, Deeds.EntryPublished, published.Slug.Value, EntryJson.Hash(published), cancellation);
    }

    private static async Task<PublishOutcome> MoveAsync(
        DbTransaction transaction, Draft draft, Resource now, StaffMember by, CancellationToken cancellation)
    {
        // Its writers stay its writers; the approver who met the change has written nothing.
        var moved = DraftMoving.Onto(draft, now);
        await DraftStore.ChangeAsync(transaction, moved, by with { Id = draft.Holder }, cancellation);
        return PublishOutcome.Moved;
    }

    private static async Task<Draft> NameAsync(DbTransaction transaction, Draft draft, StaffMember by, CancellationToken cancellation)
    {
        if (draft.Body.GetText("slug") is not null) return draft;
        var body = DraftBody.Parse(draft.Body.Text);
        var wish = ShortName.For(body);
        var name = wish;
        for (var number = 2; await EntryShelf.AnyTakenAsync(transaction, [name], but: null, cancellation); number++)
            name = ShortName.Numbered(wish, number);
        body.Set("slug", name.Value);
        var named = draft with { Body = body };
        await DraftStore.ChangeAsync(transaction, named, by, cancellation);
        return named with { Version = draft.Version + 1 };
    }

    private static Task<bool> NameTakenAsync(DbTransaction transaction, Draft draft, Resource resource, CancellationToken cancellation) =>
        EntryShelf.AnyTakenAsync(transaction, resource.Aliases.Prepend(resource.Slug), draft.Resource, cancellation);

    private Task<PublishOutcome> WithDraftAsync(
        DraftId id, StaffMember by, Right needed, Func<DbTransaction, Draft, Task<PublishOutcome>> step, CancellationToken cancellation) =>
        database.WriteAsync(async transaction =>
        {
            if (!await MayAsync(transaction, by, needed, cancellation)) return PublishOutcome.NotAllowed;
            return await DraftStore.FindAsync(transaction, id, cancellation) is { } draft ? await step(transaction, draft) : PublishOutcome.Gone;
        }, cancellation);

    private static async Task<bool> MayAsync(DbTransaction transaction, StaffMember by, Right needed, CancellationToken cancellation) =>
        await StaffStore.FindAsync(transaction, by.Id, cancellation) is { } member && member.May(needed);

    private static PublishOutcome Outcome(ApprovalOutcome outcome) => outcome switch
    {
        ApprovalOutcome.OwnRequest => PublishOutcome.Own,
        ApprovalOutcome.Expired => PublishOutcome.Expired,
        ApprovalOutcome.Changed => PublishOutcome.Changed,
        ApprovalOutcome.NotAllowed => PublishOutcome.NotAllowed,
        _ => PublishOutcome.NotOpen,
    };

    private static Task<int> ExecuteAsync(DbTransaction transaction, string sql, object parameters, CancellationToken cancellation) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellation));
}
