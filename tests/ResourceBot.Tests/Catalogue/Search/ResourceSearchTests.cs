using Microsoft.Extensions.Time.Testing;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Search;
using ResourceBot.Languages;
using static ResourceBot.Tests.Catalogue.Search.TestEntries;

namespace ResourceBot.Tests.Catalogue.Search;

public sealed class ResourceSearchTests
{
    [Fact]
    public async Task The_index_follows_the_catalogue_by_its_revision()
    {
        using var database = await TestDatabase.OpenAsync();
        var clock = new FakeTimeProvider();
        var store = new ResourceStore(database.Database, clock);
        using var search = new ResourceSearch(store, OurWords, clock);
        Assert.Empty((await AskAsync(search)).Hits);

        await database.Database.WriteAsync(async transaction =>
        {
            await ResourceWriting.AddAsync(transaction, Scholarship(1, "Scholarship"), CancellationToken.None);
            await ResourceWriting.RaiseRevisionAsync(transaction, CancellationToken.None);
        }, CancellationToken.None);
        Assert.Empty((await AskAsync(search)).Hits);

        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Single((await AskAsync(search)).Hits);
        Assert.Single(await search.EntriesAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Many_first_questions_at_once_all_get_their_answer()
    {
        using var database = await TestDatabase.OpenAsync();
        using var search = new ResourceSearch(new ResourceStore(database.Database, TimeProvider.System), OurWords, TimeProvider.System);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(search)));
        Assert.All(answers, answer => Assert.NotEmpty(answer.Nearest));
    }

    private static Task<SearchAnswer> AskAsync(ResourceSearch search) =>
        search.AskAsync(new SearchQuestion("بورسیه", Language.Dari, Place.Anywhere), CancellationToken.None);
}
