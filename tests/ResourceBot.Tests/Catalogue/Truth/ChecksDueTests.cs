using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Editing;
using ResourceBot.Catalogue.Links;
using ResourceBot.Catalogue.Suggestions;
using ResourceBot.Catalogue.Truth;
using ResourceBot.Languages;
using ResourceBot.People;
using ResourceBot.Tests.People;

namespace ResourceBot.Tests.Catalogue.Truth;

/// <summary>What waits to be compared, and why, most pressing first. Today is 25 November 2026.</summary>
public sealed class ChecksDueTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    private StaffHouse _house = null!;
    private LinkStore _links = null!;
    private SuggestionStore _suggestions = null!;
    private TruthStore _truth = null!;
    private ChecksDue _due = null!;

    public async Task InitializeAsync()
    {
        _house = await StaffHouse.OpenAsync();
        _links = new LinkStore(_house.Database);
        _suggestions = new SuggestionStore(_house.Database, _house.Clock);
        _truth = new TruthStore(_house.Database, new EntryHistory(_house.Database, _house.Clock), _house.Audit, _house.Clock);
        _due = new ChecksDue(_house.Database, _links, _house.Clock);
    }

    [Fact]
    public async Task Each_reason_is_found_and_the_pressing_ones_come_first()
    {
        await AddAsync("fresh", entry => entry);
        await AddAsync("sixty", entry => entry with { ComparedOn = Today.AddDays(-60) });
        await AddAsync("stale", entry => entry with { ComparedOn = Today.AddDays(-61) });
        await AddAsync("never", entry => entry with { ComparedOn = null });
        await AddAsync("passed", entry => entry with { Deadline = new OnDate(Today.AddDays(-1)), ComparedOn = Today.AddDays(-1) });
        await AddAsync("today", entry => entry with { Deadline = new OnDate(Today) });
        await AddAsync("looked", entry => entry with { Deadline = new OnDate(Today.AddDays(-1)), ComparedOn = Today });
        await AddAsync("closed", entry => entry with { Status = ResourceStatus.Closed, ComparedOn = null });
        var dead = new Uri("https://dead.example.org/");
        await AddAsync("dead", entry => entry with { Link = dead });
        var gone = new LinkAnswer(LinkOutcome.Missing, "404");
        await _links.WriteAsync([new LinkRecord(dead, Today, null, LinkRecord.MissingDays, Today.AddDays(-2), gone)], CancellationToken.None);
        await AddAsync("reported", entry => entry);
        await _suggestions.ReportAsync(Slug.Parse("reported"), ReportReason.Facts, CancellationToken.None);
        await AddAsync("scam", entry => entry);
        await _suggestions.ReportAsync(Slug.Parse("scam"), ReportReason.Danger, CancellationToken.None);

        Assert.Equal(
            ["scam Scam", "reported Reported", "dead LinkDead", "passed Passed", "never NeverCompared", "stale Stale"],
            await WaitingAsync());
    }

    [Fact]
    public async Task A_finding_takes_reports_away_and_changed_waits_for_the_edit()
    {
        var admin = await _house.AddAsync(1, Role.Admin);
        var id = await AddAsync("one", entry => entry with { ComparedOn = null });
        await _suggestions.ReportAsync(Slug.Parse("one"), ReportReason.Money, CancellationToken.None);
        Assert.Equal(["one Scam"], await WaitingAsync());

        Assert.True(await _truth.RecordAsync(id, admin, Finding.Changed, "The deadline is new.", CancellationToken.None));
        Assert.Equal(["one Changed"], await WaitingAsync());
        await _house.WriteAsync<int>(async transaction =>
        {
            await ResourceWriting.ReplaceAsync(transaction, Fresh("one") with { Id = id, Cost = "paid" }, CancellationToken.None);
            return 0;
        });
        Assert.Empty(await WaitingAsync());

        Assert.True(await _truth.RecordAsync(id, admin, Finding.Closed, PageSays.Over, CancellationToken.None));
        Assert.Equal([(admin.Alias, Finding.Closed), (admin.Alias, Finding.Changed)],
            (await _truth.ChecksAsync(id, 9, CancellationToken.None)).Select(check => (check.Who, check.Finding)));
        Assert.False(await _truth.RecordAsync(new ResourceId(99), admin, Finding.True, "x", CancellationToken.None));
    }

    public Task DisposeAsync()
    {
        _house.Dispose();
        return Task.CompletedTask;
    }

    private async Task<IEnumerable<string>> WaitingAsync() =>
        (await _due.ListAsync(Language.English, CancellationToken.None)).Select(one => $"{one.Title.Split(' ')[0]} {one.Reasons[0]}");

    private static Resource Fresh(string slug) => SampleResources.Scholarship(slug) with { ComparedOn = Today };

    private Task<ResourceId> AddAsync(string slug, Func<Resource, Resource> change) =>
        _house.WriteAsync(transaction => ResourceWriting.AddAsync(transaction, change(Fresh(slug)), CancellationToken.None));
}
