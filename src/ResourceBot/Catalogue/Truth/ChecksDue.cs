using System.Globalization;
using Dapper;
using ResourceBot.Catalogue.Links;
using ResourceBot.Languages;
using ResourceBot.Storage;

namespace ResourceBot.Catalogue.Truth;

/// <summary>What waits to be compared with its source, most pressing first.</summary>
public sealed class ChecksDue(Database database, LinkStore links, TimeProvider clock)
{
    private const string Select =
        $"""
        SELECT r.id, r.link, r.form, r.deadline, r.status, r.compared_on, {ResourceStore.Title} AS title,
               (SELECT COUNT(*) FROM reader_report p WHERE p.resource_id = r.id AND p.reason IN ('money', 'danger')) AS scam_reports,
               (SELECT COUNT(*) FROM reader_report p WHERE p.resource_id = r.id) AS reports,
               (SELECT c.content_hash FROM truth_check c WHERE c.resource_id = r.id AND c.finding = 'changed'
                   AND c.id = (SELECT MAX(x.id) FROM truth_check x WHERE x.resource_id = r.id)) AS changed_hash
        FROM resource r WHERE r.state = 'published' ORDER BY r.id
        """;

    // Not a positional record: see ResourceStore.
    private sealed class Row
    {
        public long Id { get; init; }
        public string? Link { get; init; }
        public string Form { get; init; } = "";
        public string Deadline { get; init; } = "";
        public string Status { get; init; } = "";
        public string? ComparedOn { get; init; }
        public string Title { get; init; } = "";
        public long ScamReports { get; init; }
        public long Reports { get; init; }
        public string? ChangedHash { get; init; }
    }

    public async Task<IReadOnlyList<TruthCase>> ListAsync(Language language, CancellationToken cancellation)
    {
        var today = KabulTime.Today(clock);
        var dead = (await links.AllAsync(cancellation)).Values.Where(record => record.IsDead)
            .Select(record => record.Link.OriginalString).ToHashSet(StringComparer.Ordinal);
        await using var connection = await database.OpenAsync(cancellation);
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            Select, new { language = language.Code() }, cancellationToken: cancellation))).AsList();

        var unedited = await StillAsFoundAsync(rows.Where(row => row.ChangedHash is not null), cancellation);
        return [.. rows
            .Select(row => new TruthCase(
                new ResourceId(row.Id), row.Title, Date(row.ComparedOn), [.. Reasons(row, dead, unedited.Contains(row.Id), today)]))
            .Where(waiting => waiting.Reasons.Count > 0)
            .OrderBy(waiting => waiting.Reasons[0]).ThenBy(waiting => waiting.ComparedOn ?? DateOnly.MinValue).ThenBy(waiting => waiting.Id.Value)];
    }

    private static IEnumerable<TruthReason> Reasons(Row row, HashSet<string> dead, bool changed, DateOnly today)
    {
        if (row.ScamReports > 0) yield return TruthReason.Scam;
        if (row.Reports > row.ScamReports) yield return TruthReason.Reported;
        if (changed) yield return TruthReason.Changed;
        // A closed offer is kept as a warning; it has no date and no page to keep true.
        if (row.Status == "closed") yield break;
        var comparedOn = Date(row.ComparedOn);
        if (row.Form.Split(' ').Append(row.Link).OfType<string>().Any(dead.Contains)) yield return TruthReason.LinkDead;
        if (Occasion.Parse(row.Deadline) is OnDate on && on.Date < today && !(comparedOn > on.Date)) yield return TruthReason.Passed;
        if (comparedOn is null) yield return TruthReason.NeverCompared;
        else if (Freshness.IsMarked(comparedOn, today)) yield return TruthReason.Stale;
    }

    private async Task<HashSet<long>> StillAsFoundAsync(IEnumerable<Row> found, CancellationToken cancellation)
    {
        var hashes = found.ToDictionary(row => row.Id, row => row.ChangedHash!);
        if (hashes.Count == 0) return [];
        await using var connection = await database.OpenAsync(cancellation);
        var entries = await ResourceReading.ReadAsync(
            connection, "r.id IN @ids", new { ids = hashes.Keys.ToArray() }, cancellation);
        return [.. entries.Where(entry => TruthStore.ContentHash(entry) == hashes[entry.Id.Value]).Select(entry => entry.Id.Value)];
    }

    private static DateOnly? Date(string? iso) =>
        iso is null ? null : DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
