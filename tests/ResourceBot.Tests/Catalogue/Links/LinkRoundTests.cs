using Microsoft.Extensions.Time.Testing;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Links;

namespace ResourceBot.Tests.Catalogue.Links;

public sealed class LinkRoundTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 22, 0, 0, TimeSpan.Zero));
    private readonly Probe _probe = new();
    private TestDatabase _database = null!;
    private LinkStore _links = null!;
    private LinkRound _round = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _links = new LinkStore(_database.Database);
        _round = new LinkRound(_links, _probe, _clock);
    }

    [Fact]
    public async Task A_round_asks_for_pages_and_forms_once_and_writes_the_day_on_the_card()
    {
        await AddAsync("a", "https://a.example/", form: "https://a.example/form");
        await AddAsync("b", "https://a.example/");
        await AddAsync("c", "https://c.example/");
        _probe.Answers["https://c.example/"] = new LinkAnswer(LinkOutcome.Missing, "404");

        var report = await _round.RunAsync(CancellationToken.None);

        Assert.Equal(new LinkRoundReport(3, 2, 0, 1, Kept: true), report);
        Assert.Equal(["https://a.example/", "https://a.example/form", "https://c.example/"], _probe.Asked.Order(StringComparer.Ordinal));
        // 22:00 in London is the next day in Kabul.
        Assert.Equal(new DateOnly(2026, 11, 23), (await FindAsync("b")).LinkAnsweredOn);
        Assert.Null((await FindAsync("c")).LinkAnsweredOn);
        Assert.Equal(new DateOnly(2026, 11, 23), (await FindAsync("c")).LinkTriedOn);
        Assert.Equal(new LastRound(_clock.GetUtcNow(), report), _round.Last);
        Assert.Equal(new LinkAnswer(LinkOutcome.Missing, "404"), (await _links.FindAsync(new Uri("https://c.example/"), CancellationToken.None))!.Last);
    }

    [Fact]
    public async Task When_nothing_answers_our_own_connection_is_at_fault_and_no_link_is_blamed()
    {
        for (var number = 0; number < 6; number++) await AddAsync($"entry-{number}", $"https://{number}.example/");
        _probe.Otherwise = new LinkAnswer(LinkOutcome.Unreachable, "timeout");

        for (var night = 0; night < 20; night++)
        {
            Assert.False((await _round.RunAsync(CancellationToken.None)).Kept);
            _clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Empty(await _links.AllAsync(CancellationToken.None));
        Assert.Equal((false, false), (_round.IsRunning, _round.Last!.Report!.Kept));
    }

    [Fact]
    public async Task A_round_that_breaks_off_runs_no_more_and_is_told()
    {
        await AddAsync("a", "https://a.example/");
        _probe.Breaks = true;

        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => _round.RunAsync(CancellationToken.None));
        Assert.Equal((false, new LastRound(_clock.GetUtcNow(), null)), (_round.IsRunning, _round.Last));
    }

    [Fact]
    public async Task A_link_that_was_lost_keeps_the_day_on_which_it_last_answered()
    {
        await AddAsync("a", "https://a.example/");
        await _round.RunAsync(CancellationToken.None);
        _probe.Otherwise = new LinkAnswer(LinkOutcome.Missing, "404");
        for (var night = 0; night < LinkRecord.MissingDays; night++)
        {
            _clock.Advance(TimeSpan.FromDays(1));
            await _round.AskAsync(new Uri("https://a.example/"), CancellationToken.None);
        }

        var record = (await _links.FindAsync(new Uri("https://a.example/"), CancellationToken.None))!;
        Assert.True(record.IsDead);
        Assert.Equal(new DateOnly(2026, 11, 23), record.AnsweredOn);
        Assert.Equal(new DateOnly(2026, 11, 23), (await FindAsync("a")).LinkAnsweredOn);
    }

    public Task DisposeAsync()
    {
        _database.Dispose();
        return Task.CompletedTask;
    }

    private async Task<Resource> FindAsync(string slug) =>
        (await new ResourceStore(_database.Database, _clock).FindAsync(Slug.Parse(slug), CancellationToken.None))!;

    private Task AddAsync(string slug, string link, string? form = null) => _database.Database.WriteAsync(
        transaction => ResourceWriting.AddAsync(transaction, SampleResources.Scholarship(slug) with
        {
            Link = new Uri(link),
            Channels = new Channels([], [], [], [], [], form is null ? [] : [form]),
        }, CancellationToken.None), CancellationToken.None);

    private sealed class Probe : ILinkProbe
    {
        public Dictionary<string, LinkAnswer> Answers { get; } = [];

        public LinkAnswer Otherwise { get; set; } = new(LinkOutcome.Answered, "200");

        public bool Breaks { get; set; }

        public System.Collections.Concurrent.ConcurrentBag<string> Asked { get; } = [];

        public Task<LinkAnswer> AskAsync(Uri link, CancellationToken cancellation)
        {
            Asked.Add(link.OriginalString);
            if (Breaks) throw new InvalidOperationException("the probe broke");
            return Task.FromResult(Answers.GetValueOrDefault(link.OriginalString, Otherwise));
        }
    }
}
