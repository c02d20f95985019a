using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Suggestions;
using ResourceBot.Tests.People;

namespace ResourceBot.Tests.Catalogue.Suggestions;

public sealed class SuggestionStoreTests : IAsyncLifetime
{
    private StaffHouse _house = null!;
    private SuggestionStore _store = null!;

    public async Task InitializeAsync()
    {
        _house = await StaffHouse.OpenAsync();
        _store = new SuggestionStore(_house.Database, _house.Clock);
    }

    [Fact]
    public async Task What_nobody_looked_at_is_gone_after_thirty_days()
    {
        var id = await _house.WriteAsync(transaction => ResourceWriting.AddAsync(transaction, SampleResources.Scholarship("one"), CancellationToken.None));
        await _store.AddAsync("A school by radio", CancellationToken.None);
        Assert.True(await _store.ReportAsync(Slug.Parse("one"), ReportReason.Money, CancellationToken.None));
        Assert.False(await _store.ReportAsync(Slug.Parse("nothing"), ReportReason.Money, CancellationToken.None));

        _house.Clock.Advance(TimeSpan.FromDays(SuggestionStore.LifeInDays));
        await _store.ForgetOldAsync(CancellationToken.None);
        Assert.Single(await _store.ListAsync(CancellationToken.None));
        _house.Clock.Advance(TimeSpan.FromDays(1));
        await _store.ForgetOldAsync(CancellationToken.None);

        Assert.Empty(await _store.ListAsync(CancellationToken.None));
        Assert.Empty(await _store.ReportsAsync(id, CancellationToken.None));
    }

    [Theory]
    [InlineData("a\u202Eb\u0000\u200B c\n\nd", "ab c d")]
    [InlineData("می\u200Cروم", "می\u200Cروم")]
    [InlineData(" \u2066 ", "")]
    [InlineData("\uD800x", "x")]
    public void What_one_cannot_see_is_taken_out(string typed, string kept) => Assert.Equal(kept, SuggestedWords.Clean(typed, SuggestionStore.MaxLength));

    [Fact]
    public void What_is_too_long_is_cut_between_letters()
    {
        Assert.Equal(SuggestionStore.MaxLength, SuggestedWords.Clean(new string('x', 4_000), SuggestionStore.MaxLength).Length);
        Assert.Equal("ab", SuggestedWords.Clean("ab😀c", 3));
    }

    public Task DisposeAsync()
    {
        _house.Dispose();
        return Task.CompletedTask;
    }
}
