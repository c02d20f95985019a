using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Search;
using ResourceBot.Chat;
using ResourceBot.Conversations;
using ResourceBot.Languages;

namespace ResourceBot.Benchmarks.Search;

/// <summary>
/// Types each judged question into the bot and reads the answer off the buttons of the screen, so that everything between the
/// keyboard and the eye is measured. With <c>--ladder</c> the candidates come from FTS5 instead, to compare the two designs;
/// with <c>--show</c> the questions that are not answered perfectly are listed.
/// </summary>
internal static class SearchQuality
{
    private sealed record Result(JudgedQuestion Question, IReadOnlyList<string> Ranked, bool Confident, Figures? Figures);

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (args is not [var file, ..])
        {
            await Console.Error.WriteLineAsync("search-quality needs a file of judged questions.");
            return 2;
        }

        var show = args.Contains("--show", StringComparer.Ordinal);
        var questions = JudgedQuestion.Read(file);
        await using var bot = await SeededBot.OpenAsync();
        var resources = await bot.Parts.GetRequiredService<ResourceStore>().AllAsync(CancellationToken.None);
        var slugs = resources.ToDictionary(resource => resource.Id, resource => resource.Slug.Value);
        var names = resources.SelectMany(resource => resource.Aliases.Prepend(resource.Slug).Select(slug => (slug.Value, resource.Slug.Value)))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
        using var ladder = args.Contains("--ladder", StringComparer.Ordinal) ? new LadderSearch(resources, bot.Parts.GetRequiredService<SearchWords>()) : null;
        var index = show ? SearchIndex.Build(resources, bot.Parts.GetRequiredService<SearchWords>(), new Spelling(bot.Parts.GetRequiredService<SearchWords>().Asked.Words)) : null;
        var results = new List<Result>();
        var missing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var question in questions)
        {
            var grades = Known(question.Grades, names, missing);
            var (ranked, confident) = ladder is null
                ? await AskAsync(bot.Parts, question, slugs)
                : ladder.Ask(question.Words, LanguageOf(question.Class), slugs);
            var figures = grades.Count > 0 ? Figures.Of(ranked, grades) : null;
            results.Add(new Result(question, ranked, confident, figures));
            if (index is not null && figures is null or { Ndcg: < 0.95 }) Show(question, ranked, grades, figures, confident, ReadAs(index!, question.Words, [.. ranked.Take(5), .. grades.Where(pair => pair.Value == 3).Select(pair => pair.Key).Except(ranked.Take(5)).Take(3)]));
        }

        Report(results, missing);
        return 0;
    }

    // A judged slug may be an alias here; one that the catalogue lacks cannot be found and is left out of the ideal.
    private static Dictionary<string, int> Known(
        IReadOnlyDictionary<string, int> grades, Dictionary<string, string> names, HashSet<string> missing)
    {
        missing.UnionWith(grades.Keys.Where(slug => !names.ContainsKey(slug)));
        return grades.Where(pair => names.ContainsKey(pair.Key)).GroupBy(pair => names[pair.Key], StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Max(pair => pair.Value), StringComparer.Ordinal);
    }

    private static async Task<(IReadOnlyList<string> Ranked, bool Confident)> AskAsync(
        IServiceProvider parts, JudgedQuestion question, Dictionary<ResourceId, string> slugs)
    {
        var reader = new Reader(LanguageOf(question.Class), Place.Anywhere);
        var chat = new ChatId(1);
        parts.GetRequiredService<OpenPanels>().Remember(chat, new OpenPanel(new MessageId(1), ScreenCode.Write(reader, new HomeView())));
        var answer = await parts.GetRequiredService<IConversation>().AnswerAsync(
            new TypedText(chat, new MessageId(2), question.Words), CancellationToken.None);
        var found = answer.Screen!.Rows.SelectMany(row => row).OfType<CodeButton>()
            .Select(button => ScreenCode.Read(button.Code)?.View).OfType<FoundCardView>().Select(view => slugs[view.Resource]).ToList();
        var closest = parts.GetRequiredService<Speech>().Phrases(reader.Language).Closest;
        return (found, found.Count > 0 && !answer.Screen.Html.Contains(closest, StringComparison.Ordinal));
    }

    private static Language LanguageOf(string @class) => @class switch
    {
        _ when @class.StartsWith("en", StringComparison.Ordinal) => Language.English,
        _ when @class.StartsWith("ps", StringComparison.Ordinal) || @class.EndsWith("_ps", StringComparison.Ordinal) => Language.Pashto,
        _ => Language.Dari,
    };

    private static void Report(List<Result> results, HashSet<string> missing)
    {
        var judged = results.Where(result => result.Figures is not null).ToList();
        var all = Figures.Mean([.. judged.Select(result => result.Figures!)]);
        var classes = judged.GroupBy(result => result.Question.Class, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => (same.Count(), Figures.Mean([.. same.Select(result => result.Figures!)])), StringComparer.Ordinal);
        Line("all", judged.Count, all);
        foreach (var (name, (count, figures)) in classes) Line(name, count, figures);
        var open = results.Where(result => result.Question.Grades.Count == 0).ToList();
        Console.WriteLine($"questions that want no confident answer: {open.Count}, of these without one: {open.Count(result => !result.Confident)}");
        Console.WriteLine($"judged slugs that the catalogue lacks: {missing.Count} {string.Join(' ', missing.Order(StringComparer.Ordinal))}");
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            queries = judged.Count,
            recall5 = Round(all.Recall),
            ndcg5 = Round(all.Ndcg),
            mrr = Round(all.Mrr),
            classes = classes.ToDictionary(
                pair => pair.Key,
                pair => new { queries = pair.Value.Item1, recall5 = Round(pair.Value.Item2.Recall), ndcg5 = Round(pair.Value.Item2.Ndcg), mrr = Round(pair.Value.Item2.Mrr) },
                StringComparer.Ordinal),
        }));
    }

    private static void Line(string name, int count, Figures figures) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-12} {count,4}  recall@5 {figures.Recall:0.000}  nDCG@5 {figures.Ndcg:0.000} (steep {figures.SteepNdcg:0.000})  MRR {figures.Mrr:0.000}"));

    // What the search read, and how strongly each of these entries has it.
    private static string ReadAs(SearchIndex index, string words, IReadOnlyList<string> slugs)
    {
        var essence = index.Essence(words);
        var understood = index.Understand(essence);
        var units = understood.Select(unit => string.Join('|', unit.Terms.Take(3)
            .Select(term => (Terms.GroupOf(term.Term) is { } group ? index.GroupName(group) : term.Term) + (term.Weight < 1 ? $"*{term.Weight:0.0}" : ""))));
        var strengths = slugs.Select(slug => $"\n      {slug}: " + string.Join(' ', understood.Select(unit => string.Create(
            CultureInfo.InvariantCulture, $"{unit.Terms.Max(term => term.Weight * index.Strength(Slug.Parse(slug), term.Term)):0.00}"))));
        return $"{essence} → {string.Join(", ", units)}" + string.Concat(strengths);
    }

    private static void Show(JudgedQuestion question, IReadOnlyList<string> ranked, Dictionary<string, int> grades, Figures? figures, bool confident, string readAs) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{question.Id} {question.Class} {figures?.Ndcg ?? (confident ? 1 : 0):0.00} {question.Words}\n    read as {readAs}\n    {string.Join(' ', ranked.Take(6).Select(slug => $"{slug}:{grades.GetValueOrDefault(slug)}"))}\n    wanted {string.Join(' ', grades.OrderByDescending(pair => pair.Value).Take(6).Select(pair => $"{pair.Key}:{pair.Value}"))}"));

    private static double Round(double value) => Math.Round(value, 4);
}
