using Microsoft.Extensions.Time.Testing;
using ResourceBot.Catalogue;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Catalogue;

public sealed class ResourceStoreTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private ResourceStore _store = null!;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _store = new ResourceStore(_database.Database, _clock);
    }

    [Fact]
    public async Task Every_fact_of_an_entry_comes_back_as_it_was_written()
    {
        var written = SampleResources.Scholarship("one") with { Aliases = [Slug.Parse("alias-of-one")] };
        await AddAsync(written);

        var read = await _store.FindAsync(Slug.Parse("one"), CancellationToken.None);

        Assert.Equivalent(written with { Id = read!.Id }, read, strict: true);
        Assert.Equal(read.Id, (await _store.FindAsync(Slug.Parse("alias-of-one"), CancellationToken.None))!.Id);
        Assert.Null(await _store.FindAsync(Slug.Parse("two"), CancellationToken.None));
    }

    [Fact]
    public async Task Open_ones_come_first_and_closed_ones_last_but_none_is_hidden()
    {
        await AddAsync(SampleResources.Scholarship("closed") with { Status = ResourceStatus.Closed });
        await AddAsync(SampleResources.Scholarship("suspended") with { Status = ResourceStatus.Suspended });
        await AddAsync(SampleResources.Scholarship("unknown") with { Status = ResourceStatus.Unknown });
        await AddAsync(SampleResources.Scholarship("open"));

        var list = await _store.ListAsync(Topic.Scholarships, Place.Anywhere, Language.Dari, 0, 10, CancellationToken.None);

        Assert.Equal(["open", "unknown", "suspended", "closed"], list.Lines.Select(line => line.Slug.Value));
        Assert.Equal("open title prs", list.Lines[0].Title);
        Assert.Equal(4, list.Total);
    }

    [Fact]
    public async Task Inside_and_outside_each_leave_out_what_is_not_for_them_and_put_the_confirmed_first()
    {
        await AddAsync(Audience("inside-unknown", Known.Unknown, Known.No));
        await AddAsync(Audience("inside-yes", Known.Yes, Known.No));
        await AddAsync(Audience("inside-no", Known.No, Known.Yes));

        Assert.Equal(["inside-yes", "inside-unknown"], await SlugsAsync(Place.Inside));
        Assert.Equal(["inside-no"], await SlugsAsync(Place.Outside));
        Assert.Equal(3, (await _store.CountAsync(Place.Anywhere, CancellationToken.None))[Topic.Scholarships]);
        Assert.Equal(2, (await _store.CountAsync(Place.Inside, CancellationToken.None))[Topic.Scholarships]);
        Assert.Equal(0, (await _store.CountAsync(Place.Inside, CancellationToken.None))[Topic.Justice]);
    }

    [Fact]
    public async Task Pages_show_each_entry_once()
    {
        for (var number = 0; number < 13; number++) await AddAsync(SampleResources.Scholarship($"entry-{number}"));
        var all = new List<string>();
        for (var skip = 0; skip < 13; skip += 6)
        {
            all.AddRange((await _store.ListAsync(Topic.Learning, Place.Anywhere, Language.English, skip, 6, CancellationToken.None))
                .Lines.Select(line => line.Slug.Value));
        }

        Assert.Equal(13, all.Distinct(StringComparer.Ordinal).Count());
    }

    public Task DisposeAsync()
    {
        _database.Dispose();
        return Task.CompletedTask;
    }

    private static Resource Audience(string slug, Known inside, Known outside) =>
        SampleResources.Scholarship(slug) with { Audience = new Audience(inside, outside, [], Known.Unknown, null, null) };

    private async Task<List<string>> SlugsAsync(Place place) =>
        [.. (await _store.ListAsync(Topic.Scholarships, place, Language.English, 0, 10, CancellationToken.None)).Lines.Select(line => line.Slug.Value)];

    private Task AddAsync(Resource resource) => _database.Database.WriteAsync(
        transaction => ResourceWriting.AddAsync(transaction, resource, CancellationToken.None), CancellationToken.None);
}
