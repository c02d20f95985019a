using ResourceBot.Catalogue.Editing;
using ResourceBot.Languages;
using ResourceBot.Tests.Conversations;

namespace ResourceBot.Tests.Catalogue.Editing;

public sealed class EntryShelfTests(SeededConversation bot) : IClassFixture<SeededConversation>
{
    [Theory]
    [InlineData("آلمان", Language.Dari)]
    [InlineData("المان", Language.Dari)]
    [InlineData("ښوونځی", Language.Pashto)]
    [InlineData("BURSLARI", Language.English)]
    [InlineData("daad.de", Language.English)]
    public async Task Staff_find_an_entry_by_its_words_however_they_are_typed(string words, Language language) =>
        Assert.NotEmpty(await FindAsync(words, language));

    [Fact]
    public async Task Every_word_must_stand_in_it() => Assert.Empty(await FindAsync("آلمان qqqqzzzz", Language.Dari));

    private Task<IReadOnlyList<(ResourceBot.Catalogue.ResourceId Id, bool IsRetired, string Title)>> FindAsync(string words, Language language) =>
        bot.Part<EntryShelf>().SearchAsync(words.Split(' '), language, CancellationToken.None);
}
