namespace ResourceBot.Benchmarks.Search;

/// <summary>How good one ranked answer is.</summary>
/// <param name="Recall">1 when an answer of grade 2 or more, or of the highest grade there is, stands among the first five.</param>
/// <param name="Ndcg">Normalised discounted cumulative gain of the first five, gain 2^grade - 1.</param>
/// <param name="Mrr">1 / place of the first such answer.</param>
internal sealed record Figures(double Recall, double Ndcg, double Mrr)
{
    private const int Deep = 5;

    public static Figures Of(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> grades)
    {
        var enough = Math.Min(2, grades.Values.Max());
        var first = ranked.Index().Where(pair => grades.GetValueOrDefault(pair.Item) >= enough).Select(pair => pair.Index + 1).FirstOrDefault();
        var ideal = Gain(grades.Values.OrderDescending());
        var own = Gain(ranked.Select(slug => grades.GetValueOrDefault(slug)));
        return new Figures(first is > 0 and <= Deep ? 1 : 0, own / ideal, first > 0 ? 1.0 / first : 0);
    }

    public static Figures Mean(IReadOnlyList<Figures> all) =>
        new(all.Average(one => one.Recall), all.Average(one => one.Ndcg), all.Average(one => one.Mrr));

    private static double Gain(IEnumerable<int> grades) =>
        grades.Take(Deep).Index().Sum(pair => (Math.Pow(2, pair.Item) - 1) / Math.Log2(pair.Index + 2));
}
