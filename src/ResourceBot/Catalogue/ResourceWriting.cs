using System.Data.Common;
using Dapper;
using ResourceBot.Languages;

namespace ResourceBot.Catalogue;

/// <summary>Writes whole resources; always inside the caller's transaction.</summary>
internal static class ResourceWriting
{
    public static async Task<ResourceId> AddAsync(DbTransaction transaction, Resource resource, CancellationToken cancellation)
    {
        var id = await transaction.Connection!.ExecuteScalarAsync<long>(new CommandDefinition(
            $"INSERT INTO resource ({ResourceRow.Columns}) VALUES ({ResourceRow.Parameters}) RETURNING id",
            ResourceRow.From(resource), transaction, cancellationToken: cancellation));
        await AddPartsAsync(transaction, id, resource, cancellation);
        return new ResourceId(id);
    }

    public static async Task ReplaceAsync(DbTransaction transaction, Resource resource, CancellationToken cancellation)
    {
        var id = resource.Id.Value;
        await ExecuteAsync(
            transaction,
            $"UPDATE resource SET ({ResourceRow.Columns}) = ({ResourceRow.Parameters}) WHERE id = @Id",
            ResourceRow.From(resource), cancellation);
        foreach (var table in (string[])["resource_alias", "resource_topic", "resource_text", "resource_evidence"])
            await ExecuteAsync(transaction, $"DELETE FROM {table} WHERE resource_id = @id", new { id }, cancellation);
        await AddPartsAsync(transaction, id, resource, cancellation);
    }

    /// <summary>Tells whoever keeps a copy that the catalogue has changed.</summary>
    public static Task RaiseRevisionAsync(DbTransaction transaction, CancellationToken cancellation) =>
        ExecuteAsync(transaction, "UPDATE catalogue_revision SET revision = revision + 1", parameters: null, cancellation);

    private static async Task AddPartsAsync(DbTransaction transaction, long id, Resource resource, CancellationToken cancellation)
    {
        await ExecuteAsync(
            transaction, "INSERT INTO resource_alias (alias, resource_id) VALUES (@Alias, @id)",
            resource.Aliases.Select(alias => new { Alias = alias.Value, id }), cancellation);
        await ExecuteAsync(
            transaction, "INSERT INTO resource_topic (topic, resource_id, ordinal) VALUES (@Topic, @id, @ordinal)",
            resource.Topics.Select((topic, ordinal) => new { Topic = topic.Code(), id, ordinal }), cancellation);
        await ExecuteAsync(
            transaction,
            """
            INSERT INTO resource_text (resource_id, language, state, from_revision, title, summary, who, how, safety)
            VALUES (@id, @Language, @State, @FromRevision, @Title, @Summary, @Who, @How, @Safety)
            """,
            resource.Texts.Select(text => new
            {
                id,
                Language = text.Key.Code(),
                State = ResourceRow.Word(text.Value.State),
                text.Value.FromRevision,
                text.Value.Title,
                text.Value.Summary,
                text.Value.Who,
                text.Value.How,
                text.Value.Safety,
            }), cancellation);
        await ExecuteAsync(
            transaction,
            "INSERT INTO resource_evidence (resource_id, ordinal, source, says, seen_on) VALUES (@id, @ordinal, @Source, @Says, @Date)",
            resource.Evidence.Select((evidence, ordinal) => new { id, ordinal, evidence.Source, evidence.Says, evidence.Date }), cancellation);
    }

    private static Task<int> ExecuteAsync(DbTransaction transaction, string sql, object? parameters, CancellationToken cancellation) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellation));
}
