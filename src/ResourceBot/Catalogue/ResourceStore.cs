using System.Globalization;
using Dapper;
using ResourceBot.Languages;
using ResourceBot.Storage;

namespace ResourceBot.Catalogue;

/// <summary>The catalogue in the database.</summary>
public sealed class ResourceStore(Database database, TimeProvider clock)
{
    // A reader inside never gets what is not for her; what nobody confirmed comes after what is confirmed.
    private const string FitsPlace =
        "(@place = 'a' OR (@place = 'i' AND r.inside <> 'no') OR (@place = 'o' AND r.outside <> 'no'))";

    // What is retired is kept and shown to staff only.
    private const string Shown = "r.state = 'published'";

    // Rest.IsOn in SQL: once after the last day, or each year between the two days, which may lie on both sides of new year.
    private const string DoesNotRest =
        """
        (r.rests_after IS NULL
         OR (r.rests_until IS NULL AND r.rests_after >= @today)
         OR (r.rests_after < r.rests_until AND (r.rests_after >= @day OR r.rests_until <= @day))
         OR (r.rests_after >= r.rests_until AND r.rests_after >= @day AND r.rests_until <= @day))
        """;

    private const string Listed = $"{Shown} AND {FitsPlace} AND {DoesNotRest}";

    private const string BestFirst =
        """
        CASE r.status WHEN 'open' THEN 0 WHEN 'unknown' THEN 1 WHEN 'suspended' THEN 2 ELSE 3 END,
        CASE WHEN @place = 'i' AND r.inside <> 'yes' THEN 1 WHEN @place = 'o' AND r.outside <> 'yes' THEN 1 ELSE 0 END,
        CASE WHEN r.compared_on >= @recent THEN 0 ELSE 1 END,
        t.ordinal,
        COALESCE((SELECT MAX(e.seen_on) FROM resource_evidence e WHERE e.resource_id = r.id), '') DESC,
        r.id
        """;

    // In the reader's language, else in English, else in the language in which it was written.
    internal const string Title =
        """
        (SELECT title FROM resource_text x WHERE x.resource_id = r.id
         ORDER BY CASE WHEN x.language = @language THEN 0 WHEN x.language = 'en' THEN 1 WHEN x.state = 'original' THEN 2 ELSE 3 END
         LIMIT 1)
        """;

    private const string LineColumns =
        $"r.id, r.slug, r.kind, r.status, r.rests_after, r.rests_until, r.compared_on, {Title} AS title";

    /// <summary>The resource under this slug or this alias.</summary>
    public async Task<Resource?> FindAsync(Slug slug, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var found = await ResourceReading.ReadAsync(
            connection,
            $"{Shown} AND (r.slug = @slug OR r.id IN (SELECT resource_id FROM resource_alias WHERE alias = @slug))",
            new { slug = slug.Value },
            cancellation);
        return found.SingleOrDefault();
    }

    public async Task<Resource?> FindAsync(ResourceId id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var found = await ResourceReading.ReadAsync(connection, $"{Shown} AND r.id = @id", new { id = id.Value }, cancellation);
        return found.SingleOrDefault();
    }

    /// <summary>The lines of these resources in the order given; one that is gone is left out.</summary>
    public async Task<IReadOnlyList<(ResourceId Id, ResourceLine Line)>> LinesAsync(
        IReadOnlyList<ResourceId> ids, Language language, CancellationToken cancellation)
    {
        if (ids.Count == 0) return [];
        await using var connection = await database.OpenAsync(cancellation);
        var rows = (await connection.QueryAsync<LineRow>(new CommandDefinition(
            $"""
            SELECT {LineColumns} FROM resource r WHERE r.id IN @ids AND {Shown}
            """,
            new { language = language.Code(), ids = ids.Select(id => id.Value).ToArray() },
            cancellationToken: cancellation))).ToDictionary(row => new ResourceId(row.Id));
        return [.. ids.Where(rows.ContainsKey).Select(id => (id, rows[id].ToLine(KabulTime.Today(clock))))];
    }

    public async Task<IReadOnlyList<Resource>> AllAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await ResourceReading.ReadAsync(connection, Shown, parameters: null, cancellation);
    }

    /// <summary>
    /// The resources of a topic for a reader at a place, without those that rest: open before suspended, confirmed before
    /// unknown, lately compared before the others, newly evidenced first.
    /// </summary>
    public async Task<ResourceList> ListAsync(
        Topic topic, Place place, Language language, int skip, int take, CancellationToken cancellation)
    {
        var days = Days();
        var parameters = new
        {
            topic = topic.Code(),
            place = place.Letter().ToString(),
            language = language.Code(),
            skip,
            take,
            days.today,
            days.day,
            days.recent,
        };
        await using var connection = await database.OpenAsync(cancellation);
        var total = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            $"SELECT COUNT(*) FROM resource_topic t JOIN resource r ON r.id = t.resource_id WHERE t.topic = @topic AND {Listed}",
            parameters, cancellationToken: cancellation));
        var rows = await connection.QueryAsync<LineRow>(new CommandDefinition(
            $"""
            SELECT {LineColumns}
            FROM resource_topic t JOIN resource r ON r.id = t.resource_id
            WHERE t.topic = @topic AND {Listed}
            ORDER BY {BestFirst}
            LIMIT @take OFFSET @skip
            """, parameters, cancellationToken: cancellation));
        return new ResourceList([.. rows.Select(row => row.ToLine(KabulTime.Today(clock)))], (int)total);
    }

    /// <summary>How many resources each topic has for a reader at a place.</summary>
    public async Task<IReadOnlyDictionary<Topic, int>> CountAsync(Place place, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<(string Topic, long Count)>(new CommandDefinition(
            $"""
            SELECT t.topic, COUNT(*) FROM resource_topic t JOIN resource r ON r.id = t.resource_id
            WHERE {Listed} GROUP BY t.topic
            """, new { place = place.Letter().ToString(), Days().today, Days().day }, cancellationToken: cancellation));
        var counts = rows.ToDictionary(row => Topics.FromCode(row.Topic)!.Value, row => (int)row.Count);
        return Topics.All.ToDictionary(topic => topic, topic => counts.GetValueOrDefault(topic));
    }

    /// <summary>Goes up with every change; whoever keeps a copy of the catalogue compares it.</summary>
    public async Task<long> RevisionAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT revision FROM catalogue_revision", cancellationToken: cancellation));
    }

    private (string today, string day, string recent) Days()
    {
        var today = KabulTime.Today(clock);
        return (Iso(today), Iso(today)[5..], Iso(today.AddDays(-Freshness.DownAfterDays)));
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Not a positional record: SQLite gives a computed column no type while there is no row, and Dapper then finds no constructor.
    private sealed class LineRow
    {
        public long Id { get; init; }
        public string Slug { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Status { get; init; } = "";
        public string? RestsAfter { get; init; }
        public string? RestsUntil { get; init; }
        public string? ComparedOn { get; init; }
        public string Title { get; init; } = "";

        public ResourceLine ToLine(DateOnly today) => new(
            Catalogue.Slug.Parse(Slug),
            Enum.Parse<ResourceKind>(Kind, ignoreCase: true),
            Enum.Parse<ResourceStatus>(Status, ignoreCase: true),
            Title,
            RestsAfter is not null && new Rest(RestsAfter, RestsUntil).IsOn(today),
            ComparedOn is not null && Freshness.IsMarked(DateOnly.ParseExact(ComparedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture), today));
    }
}
