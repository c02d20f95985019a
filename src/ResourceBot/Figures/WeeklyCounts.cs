using System.Globalization;
using Dapper;
using ResourceBot.Languages;
using ResourceBot.Storage;

namespace ResourceBot.Figures;

/// <summary>What is counted about readers, and all that is.</summary>
public enum Counted
{
    /// <summary>Somebody wrote what she looks for.</summary>
    Question,

    /// <summary>An entry was opened.</summary>
    Opened,
}

/// <summary>The totals of one week.</summary>
/// <param name="Begins">A Saturday.</param>
public sealed record WeekTotals(DateOnly Begins, int Questions, int Opened);

/// <summary>
/// Counts in memory, and adds to the week's totals now and then, so that no single deed is written down with its moment.
/// </summary>
public sealed class WeeklyCounts(Database database, TimeProvider clock)
{
    private readonly Dictionary<(string Week, Counted What), int> _waiting = [];
    private readonly Lock _lock = new();

    private sealed record Row(string Week, string What, long Total);

    public void Add(Counted what)
    {
        var key = (Iso(WeekOf(KabulTime.Today(clock))), what);
        lock (_lock) _waiting[key] = _waiting.GetValueOrDefault(key) + 1;
    }

    /// <summary>Adds what was counted since to the totals; kept for the next time when the database fails.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        List<KeyValuePair<(string Week, Counted What), int>> counts;
        lock (_lock)
        {
            counts = [.. _waiting];
            _waiting.Clear();
        }

        if (counts.Count == 0) return;
        try
        {
            await database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO weekly_count (week, what, total) VALUES (@Week, @What, @Total)
                ON CONFLICT (week, what) DO UPDATE SET total = weekly_count.total + excluded.total
                """,
                counts.Select(count => new { count.Key.Week, What = Code(count.Key.What), Total = count.Value }),
                transaction, cancellationToken: cancellation)), cancellation);
        }
        catch
        {
            lock (_lock)
            {
                foreach (var (key, count) in counts) _waiting[key] = _waiting.GetValueOrDefault(key) + count;
            }

            throw;
        }
    }

    /// <summary>
    /// The newest weeks that are over, the newest first. A week that goes on is not shown: looked at twice, it would tell what one
    /// person did in between.
    /// </summary>
    public async Task<IReadOnlyList<WeekTotals>> WeeksAsync(int most, CancellationToken cancellation)
    {
        var current = WeekOf(KabulTime.Today(clock));
        await using var connection = await database.OpenAsync(cancellation);
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            "SELECT week, what, total FROM weekly_count WHERE week < @current AND week >= @first",
            new { current = Iso(current), first = Iso(current.AddDays(-7 * most)) }, cancellationToken: cancellation)))
            .ToDictionary(row => (row.Week, row.What), row => (int)row.Total);
        return [.. Enumerable.Range(1, most).Select(ago => current.AddDays(-7 * ago)).Select(week => new WeekTotals(
            week,
            rows.GetValueOrDefault((Iso(week), Code(Counted.Question))),
            rows.GetValueOrDefault((Iso(week), Code(Counted.Opened)))))];
    }

    private static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 1) % 7));

    private static string Code(Counted what) => what.ToString().ToLowerInvariant();

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
