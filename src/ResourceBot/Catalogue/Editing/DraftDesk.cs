using System.Data.Common;
using System.Text.Json.Nodes;
using ResourceBot.Languages;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Catalogue.Editing;

/// <summary>Where drafts are begun, written on and put away. Rights are looked up again in the transaction of each change.</summary>
public sealed class DraftDesk(Database database, Approvals approvals, AuditTrail audit)
{
    /// <summary>Begins an entry that is not in the catalogue yet, in the draft in which she has written nothing but a link if there is one.</summary>
    /// <param name="link">Its official page; null when there is none.</param>
    /// <returns>Null when she may not (any more).</returns>
    public Task<DraftId?> BeginAsync(StaffMember writer, string? link, Language language, CancellationToken cancellation) =>
        database.WriteAsync<DraftId?>(async transaction =>
        {
            if (!await MayAsync(transaction, writer, cancellation)) return null;
            var body = DraftBody.Empty();
            body.Set("link", link);
            if ((await DraftStore.ListNewAsync(transaction, writer, cancellation)).FirstOrDefault(draft => IsBlank(draft, writer, language)) is { } blank)
            {
                await DraftStore.ChangeAsync(transaction, blank with { Body = body, Step = DraftStore.FirstStep }, writer, cancellation);
                return blank.Id;
            }

            return await DraftStore.AddAsync(transaction, writer, from: null, body, language, cancellation);
        }, cancellation);

    /// <summary>Opens the draft that changes an entry, or begins one.</summary>
    /// <param name="body">With these words, such as an old version; null: as the entry is.</param>
    /// <returns>Null when there is no such entry, or she may not (any more).</returns>
    public Task<Draft?> OpenAsync(
        StaffMember writer, ResourceId id, DraftBody? body, Language language, CancellationToken cancellation) =>
        database.WriteAsync<Draft?>(async transaction =>
        {
            if (!await MayAsync(transaction, writer, cancellation)) return null;
            if (await EntryShelf.FindAsync(transaction, id, cancellation) is not { } entry) return null;
            if (await DraftStore.FindAsync(transaction, id, cancellation) is { } open)
            {
                if (body is null || open.Holder != writer.Id) return open;
                await DraftStore.ChangeAsync(transaction, open with { Body = body }, writer, cancellation);
                return await DraftStore.FindAsync(transaction, open.Id, cancellation);
            }

            var added = await DraftStore.AddAsync(
                transaction, writer, entry.Resource, body ?? DraftBody.Of(entry.Resource), language, cancellation);
            return await DraftStore.FindAsync(transaction, added, cancellation);
        }, cancellation);

    /// <summary>Writes one field.</summary>
    /// <param name="change">From the value that stands there to the new one.</param>
    /// <param name="step">Where in the form she stands from now on; null: where she stood.</param>
    /// <returns>The draft as it is then; null when it is gone or held by another, or she may not (any more).</returns>
    public Task<Draft?> WriteAsync(
        DraftId id, StaffMember writer, string path, Func<DraftBody, JsonNode?> change, string? step, CancellationToken cancellation) =>
        database.WriteAsync<Draft?>(async transaction =>
        {
            if (!await MayAsync(transaction, writer, cancellation)) return null;
            if (await DraftStore.FindAsync(transaction, id, cancellation) is not { } draft || draft.Holder != writer.Id) return null;
            var body = DraftBody.Parse(draft.Body.Text);
            body.Set(path, change(body));
            var changed = draft with { Body = body, Step = step ?? draft.Step };
            await DraftStore.ChangeAsync(transaction, changed, writer, cancellation);
            return await DraftStore.FindAsync(transaction, id, cancellation);
        }, cancellation);

    /// <summary>
    /// Goes on with what somebody else began, unless it is being reviewed. She has written nothing yet; what she writes makes
    /// her a writer.
    /// </summary>
    public async Task<bool> TakeOverAsync(DraftId id, StaffMember writer, CancellationToken cancellation)
    {
        if (await approvals.FindOpenAsync(DraftStore.ApprovalKind, $"{id.Value}", cancellation) is not null) return false;
        return await database.WriteAsync(async transaction =>
        {
            if (!await MayAsync(transaction, writer, cancellation)) return false;
            if (await DraftStore.FindAsync(transaction, id, cancellation) is null) return false;
            await DraftStore.HoldAsync(transaction, id, writer, cancellation);
            return true;
        }, cancellation);
    }

    public Task<bool> DiscardAsync(DraftId id, StaffMember writer, CancellationToken cancellation) =>
        database.WriteAsync(async transaction =>
        {
            if (!await MayAsync(transaction, writer, cancellation)) return false;
            if (await DraftStore.FindAsync(transaction, id, cancellation) is not { } draft || draft.Holder != writer.Id) return false;
            await DraftStore.DeleteAsync(transaction, draft, cancellation);
            await audit.WriteAsync(
                transaction, writer, Deeds.DraftDiscarded, draft.Body.GetText("slug") ?? $"draft {draft.Id.Value}", draft.Hash, cancellation);
            return true;
        }, cancellation);

    // Nothing is lost when it is written over, and the list of drafts does not fill with links that were only looked at.
    private static bool IsBlank(Draft draft, StaffMember writer, Language language)
    {
        var body = DraftBody.Parse(draft.Body.Text);
        body.Set("link", null);
        return draft.Language == language && draft.Writers.All(each => each == writer.Id) && body.Text == DraftBody.Empty().Text;
    }

    private static async Task<bool> MayAsync(DbTransaction transaction, StaffMember writer, CancellationToken cancellation) =>
        await StaffStore.FindAsync(transaction, writer.Id, cancellation) is { } member && member.May(Right.EditEntries);
}
