using CsCheck;
using Microsoft.Extensions.Time.Testing;
using ResourceBot.Catalogue;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Catalogue;

/// <summary>What has passed leaves the lists by itself, and what is yearly comes back.</summary>
public sealed class RestTests : IAsyncLifetime
{
    private static readonly Gen<Occasion> Occasions = Gen.OneOf(
        Gen.Const(Occasion.Unknown),
        Gen.Const(Occasion.Rolling),
        Gen.Date.Select(day => (Occasion)new OnDate(DateOnly.FromDateTime(day))),
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 28].Nullable(), (month, day) => (Occasion)new EveryYear(month, day)));

    private readonly FakeTimeProvider _clock = new();
    private TestDatabase _database = null!;
    private ResourceStore _store = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _store = new ResourceStore(_database.Database, _clock);
    }

    [Theory]
    [InlineData("2026-12-31", "unknown", "2026-12-31", false)]
    [InlineData("2026-12-31", "unknown", "2027-01-01", true)]
    [InlineData("2026-12-31", "yearly 09", "2031-05-05", true)]
    [InlineData("yearly 09-15", "yearly 04-01", "2026-09-15", false)]
    [InlineData("yearly 09-15", "yearly 04-01", "2026-09-16", true)]
    [InlineData("yearly 09-15", "yearly 04-01", "2027-03-31", true)]
    [InlineData("yearly 09-15", "yearly 04-01", "2027-04-01", false)]
    [InlineData("yearly 09", "unknown", "2026-09-30", false)]
    [InlineData("yearly 09", "unknown", "2026-10-01", true)]
    [InlineData("yearly 09", "unknown", "2027-02-28", true)]
    [InlineData("yearly 09", "unknown", "2027-03-01", false)]
    [InlineData("yearly 01-15", "unknown", "2027-01-16", true)]
    [InlineData("yearly 01-15", "unknown", "2027-06-30", true)]
    [InlineData("yearly 01-15", "unknown", "2027-07-01", false)]
    [InlineData("yearly 01-15", "yearly 10", "2026-11-22", false)]
    [InlineData("rolling", "unknown", "2099-01-01", false)]
    [InlineData("unknown", "unknown", "2099-01-01", false)]
    public void A_passed_deadline_rests_and_a_yearly_one_is_back_for_its_next_round(string deadline, string opens, string today, bool rests)
    {
        var rest = Rest.Of(Occasion.Parse(deadline), Occasion.Parse(opens));

        Assert.Equal(rests, rest?.IsOn(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)) ?? false);
    }

    [Fact]
    public void Every_yearly_deadline_is_in_the_lists_on_its_own_day_and_for_some_of_every_year() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 28].Nullable(), Occasions).Sample((month, day, opens) =>
        {
            var rest = Rest.Of(new EveryYear(month, day), opens)!;
            var own = new DateOnly(2027, month, day ?? DateTime.DaysInMonth(2027, month));
            return !rest.IsOn(own);
        });

    [Fact]
    public async Task The_lists_of_a_whole_year_leave_out_exactly_what_rests()
    {
        var occasions = SampleOccasions(new Random(7)).Take(80).Chunk(2).ToList();
        foreach (var (pair, number) in occasions.Select((pair, number) => (pair, number)))
        {
            await AddAsync(SampleResources.Scholarship($"entry-{number}") with { Deadline = pair[0], Opens = pair[1] });
        }

        for (var today = new DateOnly(2027, 1, 1); today.Year == 2027; today = today.AddDays(5))
        {
            _clock.AdjustTime(new DateTimeOffset(today, new TimeOnly(12, 0), TimeSpan.Zero));
            var expected = occasions
                .Select((pair, number) => (rest: Rest.Of(pair[0], pair[1]), slug: $"entry-{number}"))
                .Where(entry => entry.rest?.IsOn(today) != true).Select(entry => entry.slug).Order(StringComparer.Ordinal);
            var list = await _store.ListAsync(Topic.Scholarships, Place.Anywhere, Language.English, 0, 100, CancellationToken.None);
            Assert.Equal(expected, list.Lines.Select(line => line.Slug.Value).Order(StringComparer.Ordinal));
            Assert.Equal(list.Lines.Count, list.Total);
            Assert.Equal(list.Total, (await _store.CountAsync(Place.Anywhere, CancellationToken.None))[Topic.Scholarships]);
        }
    }

    [Fact]
    public async Task What_rests_is_still_found_by_its_name_and_carries_a_mark()
    {
        _clock.AdjustTime(new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.Zero));
        var id = await AddAsync(SampleResources.Scholarship("passed") with { Deadline = new OnDate(new DateOnly(2027, 1, 15)) });

        var lines = await _store.LinesAsync([id], Language.English, CancellationToken.None);

        Assert.True(Assert.Single(lines).Line.Rests);
        Assert.NotNull(await _store.FindAsync(Slug.Parse("passed"), CancellationToken.None));
    }

    [Fact]
    public async Task Sixty_days_without_a_comparison_put_a_mark_and_ninety_move_down()
    {
        _clock.AdjustTime(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));
        var today = new DateOnly(2026, 11, 22);
        foreach (var (slug, comparedOn) in new (string, DateOnly?)[]
            { ("never", null), ("days-91", today.AddDays(-91)), ("days-90", today.AddDays(-90)), ("days-61", today.AddDays(-61)), ("days-60", today.AddDays(-60)) })
        {
            await AddAsync(SampleResources.Scholarship(slug) with { ComparedOn = comparedOn });
        }

        var list = await _store.ListAsync(Topic.Scholarships, Place.Anywhere, Language.English, 0, 10, CancellationToken.None);

        Assert.Equal(["days-90", "days-61", "days-60", "never", "days-91"], list.Lines.Select(line => line.Slug.Value));
        Assert.Equal(["days-90", "days-61", "days-91"], list.Lines.Where(line => line.IsStale).Select(line => line.Slug.Value));
    }

    public Task DisposeAsync()
    {
        _database.Dispose();
        return Task.CompletedTask;
    }

    private static IEnumerable<Occasion> SampleOccasions(Random random)
    {
        while (true)
        {
            yield return random.Next(4) switch
            {
                0 => Occasion.Unknown,
                1 => new OnDate(new DateOnly(2027, random.Next(1, 13), random.Next(1, 29))),
                2 => new EveryYear(random.Next(1, 13), null),
                _ => new EveryYear(random.Next(1, 13), random.Next(1, 29)),
            };
        }
    }

    private Task<ResourceId> AddAsync(Resource resource) => _database.Database.WriteAsync(
        transaction => ResourceWriting.AddAsync(transaction, resource, CancellationToken.None), CancellationToken.None);
}
