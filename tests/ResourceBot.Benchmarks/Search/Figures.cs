namespace ResourceBot.Benchmarks.Search;

/// <summary>How good one ranked answer is.</summary>
/// <param name="Recall">1 when an answer of grade 2 or more, or of the highest grade there is, stands among the first five.</param>
/// <param name="Ndcg">Normalised discounted cumulative gain of the first five; the gain is the grade, as in trec_eval.</param>
/// <param name="SteepNdcg">The same with the gain 2^grade - 1, which cares for little but the exact answer.</param>
/// <param name="Mrr">1 / place of the first such answer.</param>
internal sealed record Figures(double Recall, double Ndcg, double SteepNdcg, double Mrr)
{
    private const int Deep = 5;

    public static Figures Of(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> grades)
    {
        var enough = Math.Min(2, grades.Values.Max());
        var first = ranked.Index().Where(pair => grades.GetValueOrDefault(pair.Item) >= enough).Select(pair => pair.Index + 1).FirstOrDefault();
        var own = ranked.Select(slug => grades.GetValueOrDefault(slug)).ToList();
        return new Figures(
            first is > 0 and <= Deep ? 1 : 0, Normalised(own, grades.Values, grade => grade), Normalised(own, grades.Values, grade => Math.Pow(2, grade) - 1),
            first > 0 ? 1.0 / first : 0);
    }

    public static Figures Mean(IReadOnlyList<Figures> all) =>
        new(all.Average(one => one.Recall), all.Average(one => one.Ndcg), all.Average(one => one.SteepNdcg), all.Average(one => one.Mrr));

    private static double Normalised(IEnumerable<int> own, IEnumerable<int> ideal, Func<int, double> gain) =>
        Sum(own, gain) / Sum(ideal.OrderDescending(), gain);

    private static double Sum(IEnumerable<int> grades, Func<int, double> gain) =>
        grades.Take(Deep).Index().Sum(pair => gain(pair.Item) / Math.Log2(pair.Index + 2));
}
