using System.Diagnostics;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Search;
using ResourceBot.Languages;
using static ResourceBot.Tests.Catalogue.Search.TestEntries;

namespace ResourceBot.Tests.Catalogue.Search;

/// <summary>The shape of the speed, not its figures: those are printed by `search-speed` of the benchmarks.</summary>
public sealed class SearchGrowthTests
{
    private const int Times = 16;

    [Fact]
    public void Sixteen_times_the_entries_cost_less_than_sixteen_times_the_time()
    {
        var small = Index([.. OurEntries]);
        var large = Index([.. Enumerable.Range(0, Times).SelectMany(copy => OurEntries.Select(entry => entry with
        {
            Id = new ResourceId(entry.Id.Value + copy * OurEntries.Count),
            Slug = Slug.Parse($"{copy}-{entry.Id.Value}"),
        }))]);
        // The best of several rounds, because others use this machine too.
        var (one, many) = (Best(small), Best(large));
        Assert.True(many < one * Times, $"{one.TotalMilliseconds:0.0} ms for one, {many.TotalMilliseconds:0.0} ms for {Times}");
    }

    private static TimeSpan Best(SearchIndex index) => Enumerable.Range(0, 8).Min(_ =>
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var words in new[] { "بورسیه تحصیلی در آلمان", "free online english course", "rawani mashwara", "پوهنطون آنلاین" })
            index.Ask(new SearchQuestion(words, Language.Dari, Place.Anywhere));
        return Stopwatch.GetElapsedTime(start);
    });
}
