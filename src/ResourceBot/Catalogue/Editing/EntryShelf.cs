using System.Data.Common;
using Dapper;
using ResourceBot.Catalogue.Search;
using ResourceBot.Languages;
using ResourceBot.Storage;

namespace ResourceBot.Catalogue.Editing;

/// <summary>An entry as staff see it.</summary>
/// <param name="IsRetired">It is kept, and visitors do not see it.</param>
public sealed record ShelvedEntry(Resource Resource, bool IsRetired);

/// <summary>The catalogue as staff see it, with what is retired.</summary>
public sealed class EntryShelf(Database database)
{
    // A list of the chat; whoever finds more writes another word.
    private const int MostFound = 60;

    private const string OfSlug = "r.slug = @slug OR r.id IN (SELECT resource_id FROM resource_alias WHERE alias = @slug)";

    private sealed class FoundRow
    {
        public long Id { get; init; }
        public string State { get; init; } = "";
        public string Slug { get; init; } = "";
        public string Provider { get; init; } = "";
        public string? Link { get; init; }
        public string Title { get; init; } = "";
    }

    private sealed class TitleRow
    {
        public long ResourceId { get; init; }
        public string Title { get; init; } = "";
    }

    public async Task<ShelvedEntry?> FindAsync(ResourceId id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await FindAsync(connection, transaction: null, "r.id = @id", new { id = id.Value }, cancellation);
    }

    public static Task<ShelvedEntry?> FindAsync(DbTransaction transaction, ResourceId id, CancellationToken cancellation) =>
        FindAsync(transaction.Connection!, transaction, "r.id = @id", new { id = id.Value }, cancellation);

    public async Task<ShelvedEntry?> FindAsync(Slug slug, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await FindAsync(connection, transaction: null, OfSlug, new { slug = slug.Value }, cancellation);
    }

    /// <summary>Which of these short names another entry has already.</summary>
    /// <param name="but">The entry that may have them; null for a new one.</param>
    public static async Task<bool> AnyTakenAsync(
        DbTransaction transaction, IEnumerable<Slug> slugs, ResourceId? but, CancellationToken cancellation) =>
        await transaction.Connection!.ExecuteScalarAsync<long>(new CommandDefinition(
            """
            SELECT (SELECT COUNT(*) FROM resource WHERE slug IN @slugs AND id <> @but)
                 + (SELECT COUNT(*) FROM resource_alias WHERE alias IN @slugs AND resource_id <> @but)
            """,
            new { slugs = slugs.Select(slug => slug.Value).ToArray(), but = but?.Value ?? 0 }, transaction, cancellationToken: cancellation)) > 0;

    /// <summary>
    /// Entries, retired ones too, in whose titles, name or link every one of these words stands. Compared here and not in the
    /// database, which knows nothing of how many ways a Dari or Pashto letter is typed.
    /// </summary>
    public async Task<IReadOnlyList<(ResourceId Id, bool IsRetired, string Title)>> SearchAsync(
        IReadOnlyList<string> words, Language language, CancellationToken cancellation)
    {
        if (words.Count == 0) return [];
        var folded = words.Select(word => Folding.Fold(word)).ToList();
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<FoundRow>(new CommandDefinition(
            $"SELECT r.id, r.state, r.slug, r.provider, r.link, {ResourceStore.Title} AS title FROM resource r ORDER BY r.id",
            new { language = language.Code() }, cancellationToken: cancellation));
        var titles = (await connection.QueryAsync<TitleRow>(new CommandDefinition(
            "SELECT resource_id, title FROM resource_text", cancellationToken: cancellation))).ToLookup(row => row.ResourceId, row => row.Title);
        return
        [
            .. rows.Where(row => folded.TrueForAll(Said(row).Contains))
                .Take(MostFound).Select(row => (new ResourceId(row.Id), row.State == "retired", row.Title)),
        ];

        string Said(FoundRow row) => Folding.Fold(string.Join('\n', titles[row.Id].Prepend($"{row.Slug}\n{row.Provider}\n{row.Link}")));
    }

    private static async Task<ShelvedEntry?> FindAsync(
        DbConnection connection, DbTransaction? transaction, string where, object parameters, CancellationToken cancellation)
    {
        var found = (await ResourceReading.ReadAsync(connection, where, parameters, cancellation, transaction)).SingleOrDefault();
        if (found is null) return null;
        var state = await connection.ExecuteScalarAsync<string>(new CommandDefinition(
            "SELECT state FROM resource WHERE id = @id", new { id = found.Id.Value }, transaction, cancellationToken: cancellation));
        return new ShelvedEntry(found, state == "retired");
    }
}
