using ResourceBot.Catalogue.Search;

namespace ResourceBot.Tests.Catalogue.Search;

public sealed class WordFamiliesTests
{
    private static readonly WordFamilies Families = new(["teacher", "midwifery", "painting", "اموزش", "خیاطی", "شوونکی", "انجنیری", "کار"]);

    [Theory]
    [InlineData("teaching", "teacher")]
    [InlineData("painter", "painting")]
    [InlineData("اموزشی", "اموزش")]
    [InlineData("خیاط", "خیاطی")]
    [InlineData("انجنیران", "انجنیری")]
    public void A_word_leads_to_its_family(string word, string other) => Assert.Equal([other], Families.Of(word));

    [Theory]
    [InlineData("teapot")]
    [InlineData("tea")]
    [InlineData("کاروان")]
    [InlineData("painting")]
    public void Strangers_and_itself_are_no_family(string word) => Assert.Empty(Families.Of(word));
}
