using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Search;
using ResourceBot.Languages;
using static ResourceBot.Tests.Catalogue.Search.TestEntries;

namespace ResourceBot.Tests.Catalogue.Search;

/// <summary>
/// The floor under the search: five sets of judged questions on our catalogue. `search-quality` of the benchmarks prints the
/// figures by class; when they rise, raise the floor.
/// </summary>
public sealed class JudgedQuestionsTests
{
    private const string First = "judged-questions.tsv";
    private const string Second = "second-questions.tsv";
    private const string Third = "third-questions.tsv";
    private const string Fourth = "fourth-questions.tsv";
    private const string AtLength = "told-at-length.tsv";

    private sealed record Judged(string Class, string Words, Dictionary<string, int> Grades)
    {
        public override string ToString() => $"{Class}: {Words}";
    }

    public static TheoryData<string> Files { get; } = [First, Second, Third, Fourth, AtLength];

    private static Dictionary<string, string> Slugs => OurEntries
        .SelectMany(seed => seed.Aliases.Prepend(seed.Slug).Select(slug => (slug.Value, seed.Slug.Value))).ToDictionary(pair => pair.Item1, pair => pair.Item2);

    [Theory]
    [InlineData(First, 0.99)]
    [InlineData(Second, 0.92)]
    [InlineData(Third, 0.92)]
    [InlineData(Fourth, 0.97)]
    [InlineData(AtLength, 0.87)]
    public void The_first_five_hold_what_she_wants(string file, double least)
    {
        var judged = Answerable(file);
        var missed = judged.Where(question => !Ranked(question).Take(5).Any(slug => question.Grades.GetValueOrDefault(slug) >= Math.Min(2, question.Grades.Values.Max()))).ToList();
        Assert.True(1 - missed.Count / (double)judged.Count >= least, string.Join('\n', missed));
    }

    [Theory]
    [InlineData(First, 0.89)]
    [InlineData(Second, 0.75)]
    [InlineData(Third, 0.73)]
    [InlineData(Fourth, 0.84)]
    [InlineData(AtLength, 0.64)]
    public void The_best_stand_first(string file, double least) => Assert.InRange(Answerable(file).Average(Ndcg), least, 1);

    [Fact]
    public void The_best_stand_first_in_every_class() => Assert.All(
        Answerable(First).GroupBy(question => question.Class),
        same => Assert.True(same.Average(Ndcg) >= 0.80, $"{same.Key} {same.Average(Ndcg):0.000}"));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_question_out_of_danger_gets_help_lines(string file) =>
        Assert.All(Read(file).Where(question => question.Class == "crisis"), question => Assert.NotEmpty(Answer(question).HelpLines));

    [Theory]
    [InlineData(First)]
    [InlineData(Second)]
    [InlineData(Third)]
    [InlineData(Fourth)]
    public void What_nobody_can_answer_gets_no_confident_answer(string file) =>
        Assert.All(Read(file).Where(question => question.Class == "none"), question => Assert.False(Answer(question).Confident, question.Words));

    private static List<Judged> Answerable(string file) => [.. Read(file).Where(question => question.Grades.Count > 0)];

    private static List<Judged> Read(string file)
    {
        var slugs = Slugs;
        return
        [
            .. File.ReadAllLines(Repository.PathOf("tests", "ResourceBot.Tests", "Search", file)).Skip(1)
                .Select(line => line.Split('\t')).Where(columns => columns.Length >= 5)
                .Select(columns => new Judged(columns[1], columns[2], columns[4].Split(';', StringSplitOptions.RemoveEmptyEntries)
                    .Select(pair => pair.Split(':')).GroupBy(pair => slugs[pair[0]])
                    .ToDictionary(same => same.Key, same => same.Max(pair => int.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture))))),
        ];
    }

    private static SearchAnswer Answer(Judged question) =>
        SeededIndex.Ask(new SearchQuestion(SeededIndex.Essence(question.Words), LanguageOf(question.Class), Place.Anywhere));

    private static Language LanguageOf(string @class) => @class.StartsWith("en", StringComparison.Ordinal) ? Language.English
        : @class.Contains("ps", StringComparison.Ordinal) ? Language.Pashto : Language.Dari;

    private static IReadOnlyList<string> Ranked(Judged question)
    {
        var answer = Answer(question);
        return [.. answer.HelpLines.Concat(answer.Hits.Select(hit => hit.Id)).Select(id => OurEntries[(int)id.Value - 1].Slug.Value)];
    }

    private static double Ndcg(Judged question) =>
        Gain(Ranked(question).Select(slug => question.Grades.GetValueOrDefault(slug))) / Gain(question.Grades.Values.OrderDescending());

    private static double Gain(IEnumerable<int> grades) => grades.Take(5).Select((grade, place) => grade / Math.Log2(place + 2)).Sum();
}
