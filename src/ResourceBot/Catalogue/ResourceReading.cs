using System.Data.Common;
using Dapper;
using ResourceBot.Languages;

namespace ResourceBot.Catalogue;

/// <summary>Puts whole resources together from their five tables.</summary>
internal static class ResourceReading
{
    private sealed record TextRow(
        long ResourceId, string Language, string State, long FromRevision, string Title, string Summary, string Who, string How, string? Safety);

    private sealed record TopicRow(long ResourceId, string Topic);

    private sealed record AliasRow(long ResourceId, string Alias);

    private sealed record EvidenceRow(long ResourceId, string Source, string Says, string? SeenOn);

    /// <param name="where">A condition on <c>r</c>, the table resource, written by us; values only through <paramref name="parameters"/>.</param>
    public static async Task<IReadOnlyList<Resource>> ReadAsync(
        DbConnection connection, string where, object? parameters, CancellationToken cancellation,
        DbTransaction? transaction = null)
    {
        var rows = await QueryAsync<ResourceRow>($"SELECT r.id, {ResourceRow.Columns}, {ResourceRow.LinkTried} FROM resource r WHERE {where} ORDER BY r.id");
        if (rows.Count == 0) return [];

        var texts = (await QueryAsync<TextRow>(
            $"""
            SELECT t.resource_id, t.language, t.state, t.from_revision, t.title, t.summary, t.who, t.how, t.safety
            FROM resource_text t JOIN resource r ON r.id = t.resource_id WHERE {where}
            """)).ToLookup(row => row.ResourceId);
        var topics = (await QueryAsync<TopicRow>(
            $"SELECT t.resource_id, t.topic FROM resource_topic t JOIN resource r ON r.id = t.resource_id WHERE {where} ORDER BY t.ordinal"))
            .ToLookup(row => row.ResourceId);
        var aliases = (await QueryAsync<AliasRow>(
            $"SELECT a.resource_id, a.alias FROM resource_alias a JOIN resource r ON r.id = a.resource_id WHERE {where} ORDER BY a.alias"))
            .ToLookup(row => row.ResourceId);
        var evidence = (await QueryAsync<EvidenceRow>(
            $"""
            SELECT e.resource_id, e.source, e.says, e.seen_on
            FROM resource_evidence e JOIN resource r ON r.id = e.resource_id WHERE {where} ORDER BY e.ordinal
            """)).ToLookup(row => row.ResourceId);

        return rows.ConvertAll(row => row.ToResource(
            [.. aliases[row.Id].Select(alias => Slug.Parse(alias.Alias))],
            [.. topics[row.Id].Select(topic => Topics.FromCode(topic.Topic)!.Value)],
            texts[row.Id].ToDictionary(text => LanguageCodes.FromCode(text.Language)!.Value, ToText),
            [.. evidence[row.Id].Select(e => new Evidence(e.Source, e.Says, e.SeenOn))]));

        async Task<List<T>> QueryAsync<T>(string sql) =>
            (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellation))).AsList();
    }

    private static ResourceText ToText(TextRow row) => new(
        Enum.Parse<TranslationState>(row.State, ignoreCase: true),
        (int)row.FromRevision, row.Title, row.Summary, row.Who, row.How, row.Safety);
}
