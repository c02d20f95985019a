using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Search;
using ResourceBot.Languages;
using static ResourceBot.Tests.Catalogue.Search.TestEntries;

namespace ResourceBot.Tests.Catalogue.Search;

/// <summary>
/// The floor under the search: judged questions on our catalogue. `search-quality` of the benchmarks prints the figures by
/// class; when they rise, raise the floor.
/// </summary>
public sealed class JudgedQuestionsTests
{
    private const double LeastRecall = 0.97;
    private const double LeastNdcg = 0.86;
    private const double LeastOfClass = 0.78;

    private sealed record Judged(string Class, string Words, Dictionary<string, int> Grades)
    {
        public override string ToString() => $"{Class}: {Words}";
    }

    private static readonly IReadOnlyList<Judged> Questions =
    [
        .. File.ReadAllLines(Repository.PathOf("tests", "ResourceBot.Tests", "Search", "judged-questions.tsv")).Skip(1)
            .Select(line => line.Split('\t')).Where(columns => columns.Length >= 5)
            .Select(columns => new Judged(columns[1], columns[2], columns[4].Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split(':')).GroupBy(pair => Slugs[pair[0]])
                .ToDictionary(same => same.Key, same => same.Max(pair => int.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture))))),
    ];

    private static Dictionary<string, string> Slugs => OurEntries
        .SelectMany(seed => seed.Aliases.Prepend(seed.Slug).Select(slug => (slug.Value, seed.Slug.Value))).ToDictionary(pair => pair.Item1, pair => pair.Item2);

    [Fact]
    public void The_first_five_hold_what_she_wants()
    {
        var judged = Questions.Where(question => question.Grades.Count > 0).ToList();
        var missed = judged.Where(question => !Ranked(question).Take(5).Any(slug => question.Grades.GetValueOrDefault(slug) >= Math.Min(2, question.Grades.Values.Max()))).ToList();
        Assert.True(1 - missed.Count / (double)judged.Count >= LeastRecall, string.Join('\n', missed));
    }

    [Fact]
    public void The_best_stand_first_in_every_class()
    {
        var byClass = Questions.Where(question => question.Grades.Count > 0).GroupBy(question => question.Class)
            .ToDictionary(same => same.Key, same => same.Select(Ndcg).ToList());
        Assert.InRange(byClass.Values.SelectMany(one => one).Average(), LeastNdcg, 1);
        Assert.All(byClass, one => Assert.True(one.Value.Average() >= LeastOfClass, $"{one.Key} {one.Value.Average():0.000}"));
    }

    [Fact]
    public void Every_question_out_of_danger_gets_help_lines() =>
        Assert.All(Questions.Where(question => question.Class == "crisis"), question => Assert.NotEmpty(Answer(question).HelpLines));

    [Fact]
    public void What_nobody_can_answer_gets_no_confident_answer() =>
        Assert.All(Questions.Where(question => question.Class == "none"), question => Assert.False(Answer(question).Confident));

    private static SearchAnswer Answer(Judged question) => SeededIndex.Ask(new SearchQuestion(
        PackedQuestion.Essence(question.Words, OurWords),
        question.Class.StartsWith("en", StringComparison.Ordinal) ? Language.English
            : question.Class.Contains("ps", StringComparison.Ordinal) ? Language.Pashto : Language.Dari,
        Place.Anywhere));

    private static IReadOnlyList<string> Ranked(Judged question)
    {
        var answer = Answer(question);
        return [.. answer.HelpLines.Concat(answer.Hits.Select(hit => hit.Id)).Select(id => OurEntries[(int)id.Value - 1].Slug.Value)];
    }

    private static double Ndcg(Judged question) =>
        Gain(Ranked(question).Select(slug => question.Grades.GetValueOrDefault(slug))) / Gain(question.Grades.Values.OrderDescending());

    private static double Gain(IEnumerable<int> grades) => grades.Take(5).Select((grade, place) => grade / Math.Log2(place + 2)).Sum();
}
