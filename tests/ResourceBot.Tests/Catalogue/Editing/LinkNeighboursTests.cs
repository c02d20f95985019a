using ResourceBot.Catalogue.Editing;
using ResourceBot.Languages;
using ResourceBot.Tests.Conversations;

namespace ResourceBot.Tests.Catalogue.Editing;

public sealed class LinkNeighboursTests(SeededConversation bot) : IClassFixture<SeededConversation>
{
    [Theory]
    [InlineData("https://daad-scholar.de/x", "daad.de")]
    [InlineData("https://dаad.de/x", "daad.de")]
    [InlineData("https://daadd.de/x", "daad.de")]
    [InlineData("https://chevening-org.com/apply", "chevening.org")]
    public async Task What_only_looks_like_a_known_website_is_named(string link, string known)
    {
        var near = await FindAsync(link);
        Assert.Equal(known, near.LooksLike);
        Assert.Empty(near.SameSite);
    }

    [Fact]
    public async Task Another_host_of_the_same_organisation_is_the_same_website()
    {
        var near = await FindAsync("https://www2.daad.de/nothing-here");
        Assert.NotEmpty(near.SameSite);
        Assert.Null(near.LooksLike);
    }

    [Fact]
    public async Task A_host_that_only_looks_like_a_known_one_is_found_among_all_that_an_entry_names()
    {
        var neighbours = bot.Part<LinkNeighbours>();
        Assert.Equal(
            [("daadd.de", "daad.de"), ("chevening-org.com", "chevening.org")],
            await neighbours.FindImitationsAsync(["daad.de", "new.example.org", "daadd.de", "chevening-org.com"], CancellationToken.None));
    }

    [Fact]
    public async Task What_nobody_knows_is_new() => Assert.True((await FindAsync("https://new.example.org/apply")).IsEmpty);

    private Task<LinkNeighbourhood> FindAsync(string link) =>
        bot.Part<LinkNeighbours>().FindAsync(link, Language.English, but: null, CancellationToken.None);
}
