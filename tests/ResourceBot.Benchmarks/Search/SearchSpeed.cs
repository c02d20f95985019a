using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Search;
using ResourceBot.Host.Settings;
using ResourceBot.Languages;

namespace ResourceBot.Benchmarks.Search;

/// <summary>Times questions over made-up entries: the index in memory beside a bare FTS5 query and an FTS5 ladder on the same data.</summary>
internal static class SearchSpeed
{
    private const int Rounds = 20;

    private static readonly string[] Questions =
    [
        "scholarships in germany", "fully funded master in the uk", "free online english course", "learn coding for girls", "counselling for depression",
        "scolarship in turky", "بورسیه تحصیلی در آلمان", "کورس انگلیسی آنلاین رایگان", "میخواهم از خانه درس پوهنتون بخوانم", "بورس طب برای دختران",
        "بورسيه تحصيلي", "بورس‌های ترکیه", "پوهنطون آنلاین", "دانشگاه آنلاین رایگان", "په جرمني کې بورسونه", "د نجونو لپاره انلاین ښوونځی",
        "رواني مشوره غواړم", "bursia tahsili almani", "kors engilisi online", "da anlayn zdakre", "mashwara rawani", "کورس online برنامه نویسی python",
        "law master canada", "barorosh", "kanzufi marlam", "نرخ دالر امروز", "best pizza near me", "میخواهم خودکشی کنم", "engineering bachelor india no ielts",
        "help for women at risk in pakistan",
    ];

    private static readonly string[] BadInput =
    [
        new('ا', 4096), string.Concat(Enumerable.Repeat("بورس ", 819)), string.Concat(Enumerable.Repeat("scholarshp germny ", 227)), new('!', 4096),
        "\"a\" OR b* NEAR(c d) ^x -y AND NOT (", "\u202B\u2066کورس\u2069\u202C\u0000\u0007", "😀😀😀", "\uD800 abc \uDC00", new string('\u0301', 4000) + "a", new('\uFDFA', 4096),
    ];

    public static Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (args.Count == 0 || !int.TryParse(args[0], CultureInfo.InvariantCulture, out var count) || count is < 1 or > 1_000_000)
        {
            Console.Error.WriteLine("search-speed needs a number of entries from 1 to 1000000.");
            return Task.FromResult(2);
        }

        Run(count);
        return Task.FromResult(0);
    }

    private static void Run(int count)
    {
        var words = SearchWords.Load(Path.Combine(HomeFolder.Find(AppContext.BaseDirectory), "seeds"));
        var spelling = new Spelling(words.Asked.Words);
        var entries = MadeUpEntries.Make(count);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var building = Stopwatch.StartNew();
        var index = SearchIndex.Build(entries, words, spelling);
        building.Stop();
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var memory = Time(Questions, text => Ask(index, text));
        var bad = Time(BadInput, text => Ask(index, text));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} entries: {index.TermCount} terms, index {bytes / 1048576.0:0.0} MB, built in {building.Elapsed.TotalSeconds:0.00} s"));
        Print("index in memory", memory);
        Print("  bad input", bad);

        using var fts5 = new Fts5Index(entries, index);
        var plain = Time(Questions, text => fts5.AskPlain(text));
        var ladder = Time(Questions, text => ScoreLadder(fts5, index, entries, index.Essence(text)));
        Print("FTS5 ladder", ladder);
        Print("bare FTS5, bm25", plain);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            entries = count,
            p50 = Round(At(memory, 0.5)),
            p99 = Round(At(memory, 0.99)),
            badP99 = Round(At(bad, 0.99)),
            bytes,
            buildSeconds = Math.Round(building.Elapsed.TotalSeconds, 3),
            ladderP50 = Round(At(ladder, 0.5)),
            ladderP99 = Round(At(ladder, 0.99)),
            fts5P50 = Round(At(plain, 0.5)),
            fts5P99 = Round(At(plain, 0.99)),
        }));
    }

    private static DateOnly Today { get; } = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static int Ask(SearchIndex index, string text) =>
        index.Ask(new SearchQuestion(index.Essence(text), Language.Dari, Place.Anywhere), Today).Hits.Count;

    // What the ladder costs: its queries, and scoring each candidate from its terms.
    private static int ScoreLadder(Fts5Index fts5, SearchIndex index, IReadOnlyList<Resource> entries, string text)
    {
        var units = index.Understand(text);
        var best = fts5.AskLadder(units).Select(id => entries[(int)id - 1])
            .Select(entry => units.Sum(unit => unit.Weight * unit.Terms.Max(term => term.Weight * index.Strength(entry.Slug, term.Term))));
        return best.OrderDescending().Take(SearchIndex.MostHits).Count();
    }

    private static List<double> Time(IReadOnlyList<string> texts, Func<string, int> ask)
    {
        foreach (var text in texts) ask(text);
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var text in texts)
            {
                var start = Stopwatch.GetTimestamp();
                ask(text);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        times.Sort();
        return times;
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    private static double Round(double value) => Math.Round(value, 3);

    private static void Print(string name, List<double> times) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{name,-18} p50 {At(times, 0.5),8:0.000} ms  p99 {At(times, 0.99),8:0.000} ms"));
}
