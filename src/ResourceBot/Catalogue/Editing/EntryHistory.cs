using System.Data.Common;
using System.Globalization;
using Dapper;
using ResourceBot.Catalogue.Seeds;
using ResourceBot.Languages;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Catalogue.Editing;

/// <summary>An entry as it was after a change.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Who">A staff alias, or two where one asked and another applied, or <see cref="AuditTrail.Program"/> for the entry as it was before the first change here.</param>
/// <param name="Deed">One of <see cref="Deeds"/>; empty for the first version.</param>
public sealed record EntryVersion(int Number, DateOnly On, string Who, string Deed, DraftBody Body);

/// <summary>Every version that an entry ever had. Whoever changes an entry notes it here, in the same transaction.</summary>
public sealed class EntryHistory(Database database, TimeProvider clock)
{
    private sealed record Row(long Version, string ChangedOn, string Who, string Deed, string Body)
    {
        public EntryVersion ToVersion() => new(
            (int)Version, DateOnly.ParseExact(ChangedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture), Who, Deed, DraftBody.Parse(Body));
    }

    /// <param name="before">As it was until now; null for a new entry.</param>
    /// <param name="after">As it is now.</param>
    public async Task NoteAsync(
        DbTransaction transaction, Resource? before, Resource after, string who, string deed, CancellationToken cancellation)
    {
        var last = await transaction.Connection!.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT COALESCE(MAX(version), 0) FROM resource_history WHERE resource_id = @id",
            new { id = after.Id.Value }, transaction, cancellationToken: cancellation));
        if (last == 0 && before is not null) await AddAsync(transaction, before, ++last, AuditTrail.Program, "", cancellation);
        await AddAsync(transaction, after, last + 1, who, deed, cancellation);
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<EntryVersion>> ListAsync(ResourceId id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return [.. (await connection.QueryAsync<Row>(new CommandDefinition(
            "SELECT version, changed_on, who, deed, body FROM resource_history WHERE resource_id = @id ORDER BY version DESC",
            new { id = id.Value }, cancellationToken: cancellation))).Select(row => row.ToVersion())];
    }

    private Task AddAsync(DbTransaction transaction, Resource resource, long version, string who, string deed, CancellationToken cancellation) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO resource_history (resource_id, version, changed_on, who, deed, body)
            VALUES (@id, @version, @today, @who, @deed, @body)
            """,
            new
            {
                id = resource.Id.Value,
                version,
                today = KabulTime.Today(clock).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                who,
                deed,
                body = EntryJson.Text(resource),
            }, transaction, cancellationToken: cancellation));
}
