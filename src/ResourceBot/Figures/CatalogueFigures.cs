using Dapper;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Truth;
using ResourceBot.Languages;
using ResourceBot.Storage;

namespace ResourceBot.Figures;

/// <summary>How far the catalogue is translated into a language.</summary>
public sealed record LanguageFigures(Language Language, int Original, int ByPerson, int ByMachine, int OutOfDate, int Missing);

/// <summary>The catalogue and its use in numbers.</summary>
/// <param name="Topics">An entry counts in each of its topics.</param>
/// <param name="Checks">What waits to be checked, by its most pressing reason.</param>
public sealed record FigureSheet(
    int Published,
    int Retired,
    IReadOnlyDictionary<ResourceStatus, int> Statuses,
    IReadOnlyDictionary<Topic, int> Topics,
    IReadOnlyList<LanguageFigures> Languages,
    IReadOnlyDictionary<TruthReason, int> Checks,
    IReadOnlyList<WeekTotals> Weeks);

/// <summary>Gathers the figures.</summary>
public sealed class CatalogueFigures(Database database, ChecksDue due, WeeklyCounts counts)
{
    private const int MostWeeks = 8;

    // Not a positional record: see ResourceStore.
    private sealed class TextRow
    {
        public string Language { get; init; } = "";
        public string State { get; init; } = "";
        public long OutOfDate { get; init; }
        public long Total { get; init; }
    }

    public async Task<FigureSheet> ReadAsync(Language language, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var states = await CountAsync("SELECT state, COUNT(*) FROM resource GROUP BY state");
        var statuses = await CountAsync("SELECT status, COUNT(*) FROM resource WHERE state = 'published' GROUP BY status");
        var topics = await CountAsync(
            "SELECT t.topic, COUNT(*) FROM resource_topic t JOIN resource r ON r.id = t.resource_id WHERE r.state = 'published' GROUP BY t.topic");
        var texts = (await connection.QueryAsync<TextRow>(new CommandDefinition(
            """
            SELECT t.language, t.state, CASE WHEN t.state <> 'original' AND t.from_revision < r.revision THEN 1 ELSE 0 END AS out_of_date,
                   COUNT(*) AS total
            FROM resource_text t JOIN resource r ON r.id = t.resource_id WHERE r.state = 'published' GROUP BY 1, 2, 3
            """, cancellationToken: cancellation))).AsList();
        var published = states.GetValueOrDefault("published");
        return new FigureSheet(
            published,
            states.GetValueOrDefault("retired"),
            Enum.GetValues<ResourceStatus>().ToDictionary(status => status, status => statuses.GetValueOrDefault(ResourceRow.Word(status))),
            Catalogue.Topics.All.ToDictionary(topic => topic, topic => topics.GetValueOrDefault(topic.Code())),
            [.. LanguageCodes.All.Select(each => Of(each, [.. texts.Where(row => row.Language == each.Code())], published))],
            (await due.ListAsync(language, cancellation)).GroupBy(one => one.Reasons[0]).ToDictionary(group => group.Key, group => group.Count()),
            await counts.WeeksAsync(MostWeeks, cancellation));

        async Task<Dictionary<string, int>> CountAsync(string sql) =>
            (await connection.QueryAsync<(string Key, long Count)>(new CommandDefinition(sql, cancellationToken: cancellation)))
                .ToDictionary(row => row.Key, row => (int)row.Count);
    }

    private static LanguageFigures Of(Language language, IReadOnlyList<TextRow> rows, int published)
    {
        return new LanguageFigures(
            language, Sum(row => row.State == "original"), Sum(row => row.State == "person" && row.OutOfDate == 0),
            Sum(row => row.State == "machine" && row.OutOfDate == 0), Sum(row => row.OutOfDate == 1),
            published - Sum(_ => true));

        int Sum(Func<TextRow, bool> which) => (int)rows.Where(which).Sum(row => row.Total);
    }
}
