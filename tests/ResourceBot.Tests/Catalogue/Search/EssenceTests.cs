using static ResourceBot.Tests.Catalogue.Search.TestEntries;

namespace ResourceBot.Tests.Catalogue.Search;

public sealed class EssenceTests
{
    [Theory]
    [InlineData("بورسیه ماستری در آلمان")]
    [InlineData("free english course")]
    public void What_fits_is_kept_as_it_is(string words) => Assert.Equal(words.Split(' ').Length, SeededIndex.Essence(words).Split(' ').Length);

    [Theory]
    [InlineData("Hello dear friends, I hope that you are all well. I am from a small village and my whole family is very kind. I would like to learn nursing from home.", "nursing")]
    [InlineData("سلام خسته نباشید، من یک دختر از ولایت غزنی هستم و چند سال میشود که در خانه نشسته ام. میخواهم برنامه نویسی یاد بگیرم.", "برنامه نویسی")]
    [InlineData("سلامونه، هیله ده چې روغ او جوړ یاست. زه په کلي کې اوسېږم او پلار مې بزګر دی. غواړم چې انګلیسي زده کړم.", "انگلیسی")]
    public void A_story_is_read_for_its_wish(string story, string wish) => Assert.Contains(wish, SeededIndex.Essence(story), StringComparison.Ordinal);

    [Fact]
    public void The_school_that_lies_behind_her_is_not_what_she_asks_for()
    {
        var essence = SeededIndex.Essence("I finished grade 12 some years ago with good marks and now my dream is a master degree or a bachelor degree in Germany please");
        Assert.DoesNotContain("grade", essence, StringComparison.Ordinal);
        Assert.Contains("germany", essence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_university_of_her_brother_is_not_what_she_asks_for()
    {
        var essence = SeededIndex.Essence("My elder brother goes every morning to the university and he is always very kind to all of us at home. I want an online school for girls");
        Assert.Contains("school", essence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_kept_however_late_it_comes()
    {
        var story = "my cousin told me yesterday when we were sitting together and drinking tea that there is a thing with the name fulbright";
        Assert.Contains("fulbright", SeededIndex.Essence(story), StringComparison.Ordinal);
    }

    [Fact]
    public void Danger_comes_before_all_else()
    {
        var story = "I study english and computer and mathematics and physics online every day but since my father died i want to die";
        Assert.StartsWith("want to die", SeededIndex.Essence(story), StringComparison.Ordinal);
    }
}
