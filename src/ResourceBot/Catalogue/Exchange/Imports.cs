using System.Data.Common;
using System.Globalization;
using Dapper;
using ResourceBot.Catalogue.Editing;
using ResourceBot.Catalogue.Seeds;
using ResourceBot.Languages;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Catalogue.Exchange;

/// <summary>What came of asking for an import to be applied.</summary>
public enum ImportOutcome
{
    Applied,

    /// <summary>It waits for a second person now.</summary>
    Asked,

    /// <summary>The file is not there (any more).</summary>
    Gone,

    /// <summary>Not on the staff any more, or without the right.</summary>
    NotAllowed,

    /// <summary>Her own file, and somebody else has to say yes.</summary>
    Own,

    /// <summary>The catalogue is not as it was when this was read; look at it again.</summary>
    Changed,

    /// <summary>The request is older than a day, or was turned down; ask again.</summary>
    NotOpen,
}

/// <summary>A file that waits.</summary>
/// <param name="By">The alias of whoever sent it.</param>
/// <param name="AskedHash">The hash of the plan that a second person is asked to apply; empty when nobody is.</param>
public sealed record WaitingImport(long Id, StaffId Sender, string By, DateOnly SentOn, string AskedHash)
{
    /// <summary>It waits for a second person.</summary>
    public bool IsAsked => AskedHash.Length > 0;
}

/// <summary>A file that waits, as it is now.</summary>
/// <param name="Moved">The slugs of what is not as it was when the file was sent, or asked for.</param>
public sealed record ReadImport(WaitingImport File, ImportPlan Plan, IReadOnlyList<string> Moved);

/// <summary>
/// Files on their way into the catalogue: kept from the dry run until somebody applies them. Who sends one is not who applies
/// it, unless the team works alone; and it is applied whole or not at all.
/// </summary>
public sealed class Imports(Database database, Approvals approvals, AuditTrail audit, EntryHistory history, TimeProvider clock)
{
    public const string ApprovalKind = "import";

    /// <summary>A file that nobody applied is put away after so many days.</summary>
    public const int LifeInDays = 2;

    // Not a positional record: see ResourceStore.
    private sealed class Row
    {
        public long Id { get; init; }
        public long StaffId { get; init; }
        public string Alias { get; init; } = "";
        public string SentOn { get; init; } = "";
        public string AskedHash { get; init; } = "";
    }

    private sealed record Sender(long Id, string Alias);

    /// <summary>Looks what a file would do, without keeping it.</summary>
    public async Task<ImportPlan> TryAsync(ImportFile file, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await ImportPlan.MakeAsync(connection, transaction: null, file, Today(), cancellation);
    }

    /// <summary>Keeps a file that can be applied; an older one of the same sender is put away.</summary>
    /// <param name="plan">What its sender was shown.</param>
    public Task<long> KeepAsync(StaffMember sender, byte[] content, ImportPlan plan, CancellationToken cancellation) =>
        database.WriteAsync(async transaction =>
        {
            var older = await transaction.Connection!.QueryAsync<long>(new CommandDefinition(
                "SELECT id FROM import_file WHERE staff_id = @sender", new { sender = sender.Id.Value }, transaction, cancellationToken: cancellation));
            foreach (var id in older) await RemoveAsync(transaction, id, cancellation);
            return await transaction.Connection!.ExecuteScalarAsync<long>(new CommandDefinition(
                "INSERT INTO import_file (staff_id, sent_on, content, read_as) VALUES (@sender, @today, @content, @marks) RETURNING id",
                new { sender = sender.Id.Value, today = Iso(Today()), content, marks = plan.MarksText }, transaction, cancellationToken: cancellation));
        }, cancellation);

    public async Task<IReadOnlyList<WaitingImport>> ListAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT f.id, f.staff_id, s.alias, f.sent_on,
                   COALESCE((SELECT MAX(a.content_hash) FROM approval a
                             WHERE a.kind = @kind AND a.subject = CAST(f.id AS TEXT) AND a.state = 'open' AND a.expires_at > @now), '') AS asked_hash
            FROM import_file f JOIN staff s ON s.id = f.staff_id ORDER BY f.id
            """,
            new { kind = ApprovalKind, now = StoredTime.Write(clock.GetUtcNow()) }, cancellationToken: cancellation));
        return [.. rows.Select(row => new WaitingImport(
            row.Id, new StaffId(row.StaffId), row.Alias,
            DateOnly.ParseExact(row.SentOn, "yyyy-MM-dd", CultureInfo.InvariantCulture), row.AskedHash))];
    }

    /// <returns>Null when there is no such file (any more).</returns>
    public async Task<ReadImport?> ReadAsync(long id, CancellationToken cancellation)
    {
        if ((await ListAsync(cancellation)).FirstOrDefault(one => one.Id == id) is not { } waiting) return null;
        await using var connection = await database.OpenAsync(cancellation);
        if (await ContentAsync(connection, null, id, cancellation) is not { } content) return null;
        var plan = await ImportPlan.MakeAsync(connection, transaction: null, ImportFile.Read(content), Today(), cancellation);
        var marks = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "SELECT read_as FROM import_file WHERE id = @id", new { id }, cancellationToken: cancellation));
        return new ReadImport(waiting, plan, plan.MovedSince(marks ?? ""));
    }

    /// <summary>Applies a file, or asks a second person to.</summary>
    /// <param name="readHash">The first letters of <see cref="ImportPlan.Hash"/> that she has read, at least 8.</param>
    public Task<ImportOutcome> ApplyAsync(long id, StaffMember by, string readHash, CancellationToken cancellation) =>
        database.WriteAsync(async transaction =>
        {
            if (await StaffStore.FindAsync(transaction, by.Id, cancellation) is not { } member || !member.May(Right.MoveEntries))
                return ImportOutcome.NotAllowed;
            if (await ContentAsync(transaction.Connection!, transaction, id, cancellation) is not { } content) return ImportOutcome.Gone;
            var plan = await ImportPlan.MakeAsync(transaction.Connection!, transaction, ImportFile.Read(content), Today(), cancellation);
            if (!plan.CanApply || readHash.Length < 8 || !plan.Hash.StartsWith(readHash, StringComparison.Ordinal)) return ImportOutcome.Changed;

            var subject = Subject(id);
            var solo = (await StaffRulesStore.ReadAsync(transaction, cancellation)).Solo;
            if (await SenderAsync(transaction, id, cancellation) is not { } sender) return ImportOutcome.Gone;
            if (sender.Id == by.Id.Value)
            {
                await approvals.RequestAsync(transaction, ApprovalKind, subject, plan.Hash, member, cancellation);
                await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                    "UPDATE import_file SET read_as = @marks WHERE id = @id", new { id, marks = plan.MarksText }, transaction, cancellationToken: cancellation));
                if (!solo)
                {
                    await audit.WriteAsync(transaction, member, Deeds.ImportAsked, ImportTrail.Summary(plan), plan.Hash, cancellation);
                    return ImportOutcome.Asked;
                }
            }

            var outcome = await approvals.ApproveAsync(
                transaction, ApprovalKind, subject, by.Id, Right.ApproveEntries, readHash, plan.Hash, cancellation);
            if (outcome != ApprovalOutcome.Approved) return Outcome(outcome);
            await WriteAsync(transaction, plan, member.Alias, sender.Alias, cancellation);
            await RemoveAsync(transaction, id, cancellation);
            return ImportOutcome.Applied;
        }, cancellation);

    /// <summary>Applies a file at once, for whoever runs the program and so could write the database itself.</summary>
    public Task<ImportPlan> ApplyAsOperatorAsync(ImportFile file, CancellationToken cancellation) =>
        database.WriteAsync(async transaction =>
        {
            var plan = await ImportPlan.MakeAsync(transaction.Connection!, transaction, file, Today(), cancellation);
            if (plan.CanApply) await WriteAsync(transaction, plan, AuditTrail.Operator, AuditTrail.Operator, cancellation);
            return plan;
        }, cancellation);

    /// <summary>Puts a file away. Saying no takes one pair of eyes.</summary>
    public Task PutAwayAsync(long id, CancellationToken cancellation) =>
        database.WriteAsync(transaction => RemoveAsync(transaction, id, cancellation), cancellation);

    /// <summary>Puts away what nobody applied for <see cref="LifeInDays"/> days.</summary>
    public Task PutOldAwayAsync(CancellationToken cancellation) => database.WriteAsync(async transaction =>
    {
        var old = await transaction.Connection!.QueryAsync<long>(new CommandDefinition(
            "SELECT id FROM import_file WHERE sent_on < @before",
            new { before = Iso(Today().AddDays(-LifeInDays)) }, transaction, cancellationToken: cancellation));
        foreach (var id in old) await RemoveAsync(transaction, id, cancellation);
    }, cancellation);

    private async Task WriteAsync(DbTransaction transaction, ImportPlan plan, string who, string askedBy, CancellationToken cancellation)
    {
        foreach (var entry in plan.New.Concat(plan.Changed))
        {
            var after = entry.After;
            if (entry.Before is null) after = after with { Id = await ResourceWriting.AddAsync(transaction, after, cancellation) };
            else await ResourceWriting.ReplaceAsync(transaction, after, cancellation);
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                "UPDATE resource SET edited = 1 WHERE id = @id", new { id = after.Id.Value }, transaction, cancellationToken: cancellation));
            await history.NoteAsync(transaction, entry.Before, after, ImportTrail.Who(askedBy, who), Deeds.EntriesImported, cancellation);
            await audit.WriteAsync(transaction, who, Deeds.EntriesImported, after.Slug.Value, EntryJson.Hash(after), cancellation);
        }

        await ResourceWriting.RaiseRevisionAsync(transaction, cancellation);
        await audit.WriteAsync(transaction, who, Deeds.EntriesImported, ImportTrail.Summary(plan), plan.Hash, cancellation);
    }

    private static async Task RemoveAsync(DbTransaction transaction, long id, CancellationToken cancellation)
    {
        await Approvals.VoidAsync(transaction, ApprovalKind, Subject(id), cancellation);
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "DELETE FROM import_file WHERE id = @id", new { id }, transaction, cancellationToken: cancellation));
    }

    private static Task<byte[]?> ContentAsync(DbConnection connection, DbTransaction? transaction, long id, CancellationToken cancellation) =>
        connection.ExecuteScalarAsync<byte[]?>(new CommandDefinition(
            "SELECT content FROM import_file WHERE id = @id", new { id }, transaction, cancellationToken: cancellation));

    private static Task<Sender?> SenderAsync(DbTransaction transaction, long id, CancellationToken cancellation) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<Sender>(new CommandDefinition(
            "SELECT s.id, s.alias FROM import_file f JOIN staff s ON s.id = f.staff_id WHERE f.id = @id",
            new { id }, transaction, cancellationToken: cancellation));

    private static ImportOutcome Outcome(ApprovalOutcome outcome) => outcome switch
    {
        ApprovalOutcome.OwnRequest => ImportOutcome.Own,
        ApprovalOutcome.Changed => ImportOutcome.Changed,
        ApprovalOutcome.NotAllowed => ImportOutcome.NotAllowed,
        _ => ImportOutcome.NotOpen,
    };

    private static string Subject(long id) => id.ToString(CultureInfo.InvariantCulture);

    private DateOnly Today() => KabulTime.Today(clock);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
