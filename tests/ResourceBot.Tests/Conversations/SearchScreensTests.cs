using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Finder;
using ResourceBot.Chat;
using ResourceBot.Conversations;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Conversations;

public sealed class SearchScreensTests(SeededConversation bot) : IClassFixture<SeededConversation>
{
    [Fact]
    public async Task A_typed_question_shows_what_it_was_read_as_and_a_tap_takes_it_off()
    {
        var screen = await bot.TypeAsync("scholarships in germany");
        Assert.Contains(bot.Phrases(Language.English).UnderstoodAs, screen.Html, StringComparison.Ordinal);
        var germany = Buttons(screen).Single(button => button.Label == "✕ Germany");

        var without = await bot.PressAsync(germany.Code);
        Assert.Contains(Buttons(without), button => button.Label == "＋ Germany");
        Assert.NotEqual(Found(screen), Found(without));
        Assert.Equal(Found(screen), Found(await bot.PressAsync(Buttons(without).Single(button => button.Label == "＋ Germany").Code)));
    }

    [Theory]
    [InlineData("میخواهم خودکشی کنم", Language.Dari)]
    [InlineData("په کور کې وهل کېږم", Language.Pashto)]
    [InlineData("i want to die, call me 0799123456", Language.English)]
    [InlineData("/search i want to die", Language.English)]
    public async Task Words_of_danger_give_help_lines_first_and_are_not_repeated(string words, Language language)
    {
        var screen = await bot.TypeAsync(words, language);
        Assert.Contains(bot.Phrases(language).CrisisFirst, screen.Html, StringComparison.Ordinal);
        Assert.Contains(bot.Phrases(language).CrisisLimit, screen.Html, StringComparison.Ordinal);
        Assert.NotEmpty(Found(screen));
        Assert.DoesNotContain(words, screen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(screen.Rows.SelectMany(row => row), button => button.Label.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_help_line_is_none_that_speaks_only_the_other_language()
    {
        var screen = await bot.TypeAsync("ځان وژل غواړم", Language.Pashto);
        Assert.Contains(bot.Phrases(Language.Pashto).CrisisFirst, screen.Html, StringComparison.Ordinal);
        var first = Found(screen)[0];
        var entries = await bot.Part<ResourceBot.Catalogue.Search.ICatalogueCopy>().EntriesAsync(CancellationToken.None);
        var languages = entries.Single(entry => entry.Id == first).Languages;
        Assert.True(!languages.Contains("prs") || languages.Contains("ps"), string.Join(", ", languages));
    }

    [Fact]
    public async Task A_page_that_a_list_does_not_have_is_its_last()
    {
        var reader = new Reader(Language.English, Place.Anywhere);
        var topic = new TopicView(Topic.Scholarships, 1295);
        await Check(topic, page => topic with { Page = page });
        var results = new ResultsView("scholarship", 1295, 0);
        await Check(results, page => results with { Page = page });
        var finder = new FinderView(FinderView.Results, FinderAnswers.Empty, 1295);
        await Check(finder, page => finder with { Page = page });

        async Task Check(View forged, Func<int, View> at)
        {
            var shown = await bot.PressAsync(ScreenCode.Write(reader, forged));
            Assert.DoesNotContain("1296", shown.Html, StringComparison.Ordinal);
            Assert.Contains(Buttons(shown), button => button.Label.StartsWith('‹'));
            Assert.DoesNotContain(Buttons(shown), button => button.Label.EndsWith('›'));
            Assert.NotEqual((await bot.PressAsync(ScreenCode.Write(reader, at(0)))).Html, shown.Html);
        }
    }

    [Fact]
    public async Task Nothing_found_still_leads_on()
    {
        var screen = await bot.TypeAsync("qqqqzzzz");
        Assert.Contains(bot.Phrases(Language.English).NoResults, screen.Html, StringComparison.Ordinal);
        Assert.Contains(Buttons(screen), button => ScreenCode.Read(button.Code)?.View is TopicView);
    }

    [Fact]
    public async Task A_pasted_link_of_a_provider_is_known()
    {
        var phrases = bot.Phrases(Language.English);
        var screen = await bot.TypeAsync("https://www.daad.de/en/");
        Assert.Contains(phrases.CheckKnown, screen.Html, StringComparison.Ordinal);
        Assert.Contains("DAAD", screen.Html, StringComparison.Ordinal);
        Assert.Contains(phrases.CheckNever, screen.Html, StringComparison.Ordinal);
        Assert.Equal(screen.Html, (await bot.PressAsync(screen.Code)).Html);
    }

    [Fact]
    public async Task A_link_behind_words_or_under_a_picture_is_checked_and_not_the_words()
    {
        foreach (var screen in new[]
        {
            await bot.TypeAsync("Apply at https://www.daad.de", hiddenLinks: "https://daad-scholarship.com/apply"),
            await bot.SendPictureAsync("https://daad-scholarship.com/apply\nDAAD 2027, fully funded: https://www.daad.de"),
        })
        {
            Assert.Contains("daad-scholarship.com", screen.Html, StringComparison.Ordinal);
            Assert.Contains(bot.Phrases(Language.English).CheckUnknown, screen.Html, StringComparison.Ordinal);
        }

        Assert.Contains(bot.Phrases(Language.English).TextOnly, (await bot.SendPictureAsync("me and my sister")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/check http://daad-scholarship.com/apply pay 20 dollars")]
    [InlineData("http://daad-scholarship.com/apply pay 20 dollars")]
    public async Task A_foreign_link_shows_its_red_flags(string typed)
    {
        var phrases = bot.Phrases(Language.English);
        var screen = await bot.TypeAsync(typed);
        Assert.Contains(phrases.CheckUnknown, screen.Html, StringComparison.Ordinal);
        Assert.Contains(phrases.SignLookAlike, screen.Html, StringComparison.Ordinal);
        Assert.Contains(phrases.SignPlain, screen.Html, StringComparison.Ordinal);
        Assert.Contains(phrases.SignFee, screen.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_finder_asks_five_questions_and_says_why_each_fits()
    {
        var phrases = bot.Phrases(Language.English);
        var screen = await bot.TypeAsync("/finder");
        foreach (var choice in new[] { "bachelor's", phrases.PlaceInside, phrases.FinderNoPapers, "English", phrases.FinderSkip })
        {
            Assert.Contains(Buttons(screen), button => button.Label == phrases.FinderSkip);
            screen = await bot.PressAsync(Buttons(screen).Single(button => button.Label == choice).Code);
        }

        Assert.Contains(phrases.FinderResults, screen.Html, StringComparison.Ordinal);
        Assert.Contains("bachelor's", screen.Html, StringComparison.Ordinal);
        Assert.InRange(screen.Html.Length, 1, 4096);
        var card = Buttons(screen).First(button => ScreenCode.Read(button.Code)?.View is FinderCardView);
        var back = Buttons(await bot.PressAsync(card.Code)).Single(button => button.Label == phrases.Back);
        Assert.Equal(screen.Html, (await bot.PressAsync(back.Code)).Html);
    }

    [Fact]
    public async Task Papers_are_ticked_one_by_one_in_the_buttons_alone()
    {
        var view = new FinderView(FinderView.Papers, FinderAnswers.Empty, Page: 0);
        var screen = await bot.PressAsync(ScreenCode.Write(new Reader(Language.English, Place.Anywhere), view));
        var passport = bot.Phrases(Language.English).PassportName;
        screen = await bot.PressAsync(Buttons(screen).Single(button => button.Label == passport).Code);
        Assert.Equal(Papers.Passport, ((FinderView)ScreenCode.Read(screen.Code)!.Value.View).Answers.Papers);
        screen = await bot.PressAsync(Buttons(screen).Single(button => button.Label == "✅ " + passport).Code);
        Assert.Equal(Papers.None, ((FinderView)ScreenCode.Read(screen.Code)!.Value.View).Answers.Papers);
    }

    private static IEnumerable<CodeButton> Buttons(Screen screen) => screen.Rows.SelectMany(row => row).OfType<CodeButton>();

    private static List<ResourceId> Found(Screen screen) =>
        [.. Buttons(screen).Select(button => ScreenCode.Read(button.Code)?.View).OfType<FoundCardView>().Select(view => view.Resource)];
}
