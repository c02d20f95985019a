using Dapper;
using ResourceBot.Languages;
using ResourceBot.Storage;

namespace ResourceBot.Catalogue.Editing;

/// <summary>How a language stands with an entry.</summary>
public enum Standing
{
    Original,
    Person,
    Machine,
    OutOfDate,
    Missing,
}

/// <summary>Which published entries lack a language, or have one that needs a person.</summary>
public sealed class TranslationStanding(Database database)
{
    // In this order: what is older than its source is so whoever translated it.
    private const string StandingOf =
        """
        CASE WHEN t.state IS NULL THEN 'missing' WHEN t.state = 'original' THEN 'original'
             WHEN t.from_revision < r.revision THEN 'outofdate' ELSE t.state END
        """;

    private const string Joined =
        "FROM resource r LEFT JOIN resource_text t ON t.resource_id = r.id AND t.language = @language WHERE r.state = 'published'";

    private sealed class CountRow
    {
        public string Standing { get; init; } = "";
        public long Entries { get; init; }
    }

    private sealed class LineRow
    {
        public long Id { get; init; }
        public string Title { get; init; } = "";
    }

    /// <summary>How many entries stand how, in one language.</summary>
    public async Task<IReadOnlyDictionary<Standing, int>> CountAsync(Language language, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = (await connection.QueryAsync<CountRow>(new CommandDefinition(
            $"SELECT {StandingOf} AS standing, COUNT(*) AS entries {Joined} GROUP BY 1",
            new { language = language.Code() }, cancellationToken: cancellation))).ToDictionary(row => row.Standing, row => (int)row.Entries);
        return Enum.GetValues<Standing>().ToDictionary(standing => standing, standing => rows.GetValueOrDefault(Code(standing)));
    }

    /// <summary>The entries that stand so.</summary>
    /// <param name="reader">In whose language the titles are.</param>
    public async Task<IReadOnlyList<(ResourceId Id, string Title)>> ListAsync(
        Language language, Standing standing, Language reader, int skip, int take, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var title = ResourceStore.Title.Replace("@language", "@reader", StringComparison.Ordinal);
        var rows = await connection.QueryAsync<LineRow>(new CommandDefinition(
            $"SELECT r.id, {title} AS title {Joined} AND {StandingOf} = @standing ORDER BY r.id LIMIT @take OFFSET @skip",
            new { language = language.Code(), reader = reader.Code(), standing = Code(standing), skip, take }, cancellationToken: cancellation));
        return [.. rows.Select(row => (new ResourceId(row.Id), row.Title))];
    }

    /// <summary>How a language stands with one entry.</summary>
    public static Standing Of(Resource resource, Language language) =>
        !resource.Texts.TryGetValue(language, out var text) ? Standing.Missing
        : text.State == TranslationState.Original ? Standing.Original
        : text.FromRevision < resource.Revision ? Standing.OutOfDate
        : text.State == TranslationState.Person ? Standing.Person
        : Standing.Machine;

    private static string Code(Standing standing) => standing.ToString().ToLowerInvariant();
}
