using Microsoft.Extensions.Time.Testing;
using ResourceBot.Figures;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Figures;

public sealed class WeeklyCountsTests : IAsyncLifetime
{
    // A Wednesday; the week begins on Saturday, 21 November.
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.OpenAsync();

    [Fact]
    public async Task Weeks_add_up_and_the_one_that_goes_on_is_not_shown()
    {
        var counts = new WeeklyCounts(_database.Database, _clock);
        for (var number = 0; number < 12; number++) counts.Add(Counted.Question);
        counts.Add(Counted.Opened);
        await counts.WriteAsync(CancellationToken.None);
        counts.Add(Counted.Question);
        await counts.WriteAsync(CancellationToken.None);
        await counts.WriteAsync(CancellationToken.None);
        Assert.All(await counts.WeeksAsync(8, CancellationToken.None), week => Assert.Equal((0, 0), (week.Questions, week.Opened)));

        // Friday evening in Kabul is the same week still; half past seven UTC is midnight there.
        _clock.Advance(TimeSpan.FromDays(2));
        counts.Add(Counted.Question);
        _clock.Advance(TimeSpan.FromDays(1));
        await counts.WriteAsync(CancellationToken.None);

        Assert.Equal(new WeekTotals(new DateOnly(2026, 11, 21), 14, 1), (await counts.WeeksAsync(8, CancellationToken.None))[0]);
    }

    [Theory]
    [InlineData(0, "<10")]
    [InlineData(9, "<10")]
    [InlineData(10, "10")]
    [InlineData(19, "10")]
    [InlineData(1234, "1230")]
    public void Small_counts_are_hidden_and_large_ones_rounded_down(int count, string shown) =>
        Assert.Equal(shown, string.Concat(SmallCounts.Show(count, Language.English).Where(c => c is not (>= '\u2066' and <= '\u2069'))).Replace(",", "", StringComparison.Ordinal));

    public Task DisposeAsync()
    {
        _database.Dispose();
        return Task.CompletedTask;
    }
}
