using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Search;
using ResourceBot.Languages;
using static ResourceBot.Tests.Catalogue.Search.TestEntries;

namespace ResourceBot.Tests.Catalogue.Search;

/// <summary>The list of what people in danger write; add to it whatever was missed.</summary>
public sealed class CrisisWordsTests
{
    [Theory]
    [InlineData("i want to die")]
    [InlineData("I don't want to live anymore")]
    [InlineData("i wanna kill myself")]
    [InlineData("thinking about suicide")]
    [InlineData("sucide")]
    [InlineData("there is no reason to live")]
    [InlineData("میخواهم خودکشی کنم")]
    [InlineData("می‌خواهم بمیرم")]
    [InlineData("خود کشی")]
    [InlineData("خودکشئ")]
    [InlineData("خودكشي")]
    [InlineData("از این زندگی خسته شدم")]
    [InlineData("دیگر نمی‌خواهم زنده باشم")]
    [InlineData("کاش امشب بمیرم")]
    [InlineData("ځان وژل غواړم")]
    [InlineData("غواړم چې مړه شم")]
    [InlineData("له ژونده ستړې شوې یم")]
    [InlineData("سوچ کوم چې خپل ژوند پای ته ورسوم")]
    [InlineData("khodkushi mikonam")]
    [InlineData("khud koshi")]
    [InlineData("mekhaham bemiram")]
    [InlineData("zan wazhnam")]
    public void Who_wants_to_die_sees_those_who_listen_first(string words) => Assert.Equal("ipso-care", First(words));

    [Theory]
    [InlineData("my husband beats me")]
    [InlineData("my father hits me every day")]
    [InlineData("they are forcing me to marry")]
    [InlineData("he raped me")]
    [InlineData("شوهرم مرا لت و کوب میکند")]
    [InlineData("پدرم مرا می‌زند")]
    [InlineData("مرا به زور شوهر می‌دهند")]
    [InlineData("شوهرم دیشب مرا با کمربند زد")]
    [InlineData("منو کتک میزنه")]
    [InlineData("په زوره مې ودوي")]
    [InlineData("my father will give me to a man")]
    [InlineData("مرا در خانه بند کرده اند")]
    [InlineData("لت وکوب")]
    [InlineData("ازدواج اجباری")]
    [InlineData("په کور کې وهل کېږم")]
    [InlineData("مېړه مې وهي")]
    [InlineData("په زور مې ودوي")]
    [InlineData("مې وژني")]
    [InlineData("shawharam mara lat mekona")]
    [InlineData("ba zor arusi")]
    [InlineData("zor wada")]
    public void Who_is_beaten_or_forced_sees_those_who_protect_first(string words) => Assert.Equal("unfpa-family-protection-centres", First(words));

    [Theory]
    [InlineData("my sister was arrested at protest")]
    [InlineData("the taliban took my brother")]
    [InlineData("i am being followed by taliban")]
    [InlineData("طالبان دنبالم استند")]
    [InlineData("طالبان راپسې دي")]
    [InlineData("خواهرم را طالبان گرفتند")]
    [InlineData("برادرم دیروز بازداشت شد")]
    [InlineData("طالبانو مې ورور بوتله")]
    public void Who_lost_somebody_to_prison_sees_those_who_protect_defenders_first(string words) => Assert.Equal("front-line-defenders", First(words));

    [Theory]
    [InlineData("بورسیه تحصیلی در آلمان")]
    [InlineData("د کمپیوټر او پروګرامینګ زده کړه")]
    [InlineData("free online english course")]
    [InlineData("زندگی در کانادا")]
    [InlineData("husband and wife visa")]
    [InlineData("family reunification")]
    [InlineData("کورس خیاطی")]
    [InlineData("killer whales")]
    [InlineData("live online classes")]
    [InlineData("باز کردن سایت های بند شده")]
    [InlineData("زما حساب هک شوی")]
    [InlineData("calling my mother on whatsapp")]
    [InlineData("my name is not important, I live in Tehran and look for an online school")]
    [InlineData("زما کورنۍ تېر کال له ایرانه راغله")]
    [InlineData("کورنۍ مې تېره اوونۍ له ایران څخه په زور راوایستل شوه")]
    [InlineData("زندگی در اینجا سخت است و کار پیدا نمیشود")]
    [InlineData("پدرم به من زنگ زد")]
    public void Ordinary_words_are_no_alarm(string words) =>
        Assert.Empty(SeededIndex.Ask(new SearchQuestion(words, Language.Dari, Place.Anywhere)).HelpLines);

    [Fact]
    public void Help_lines_of_the_country_that_she_names_come_first() => Assert.Equal("tr-alo-183", First("my husband beats me in turkey"));

    [Fact]
    public void Every_help_line_of_the_file_is_in_our_catalogue()
    {
        var known = OurEntries.Select(seed => seed.Slug).ToHashSet();
        Assert.All(OurWords.Crisis.Dangers, danger => Assert.Subset(known, danger.HelpLines.ToHashSet()));
    }

    private static string First(string words)
    {
        var lines = SeededIndex.Ask(new SearchQuestion(SeededIndex.Essence(words), Language.Dari, Place.Anywhere)).HelpLines;
        Assert.NotEmpty(lines);
        return OurEntries[(int)lines[0].Value - 1].Slug.Value;
    }
}
