using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Search;
using ResourceBot.Languages;
using static ResourceBot.Tests.Catalogue.Search.TestEntries;

namespace ResourceBot.Tests.Catalogue.Search;

public sealed class SearchIndexTests
{
    [Fact]
    public void Open_comes_before_unknown_before_suspended_before_closed()
    {
        var index = Index(
            Scholarship(1, "Scholarship", entry => entry with { Status = ResourceStatus.Closed }),
            Scholarship(2, "Scholarship", entry => entry with { Status = ResourceStatus.Suspended }),
            Scholarship(3, "Scholarship", entry => entry with { Status = ResourceStatus.Unknown }),
            Scholarship(4, "Scholarship"));
        Assert.Equal([4, 3, 2, 1], index.Ask("بورسیه"));
    }

    [Fact]
    public void What_a_person_compared_comes_before_what_was_only_collected()
    {
        var index = Index(
            Scholarship(1, "Scholarship"),
            Scholarship(2, "Scholarship", entry => entry with { ComparedOn = new DateOnly(2026, 11, 1) }));
        Assert.Equal([2, 1], index.Ask("bursary"));
    }

    [Fact]
    public void What_was_compared_long_ago_counts_as_only_collected()
    {
        var index = Index(
            Scholarship(1, "Scholarship", entry => entry with { ComparedOn = Today.AddDays(-Freshness.DownAfterDays - 1) }),
            Scholarship(2, "Scholarship"),
            Scholarship(3, "Scholarship", entry => entry with { ComparedOn = Today.AddDays(-Freshness.DownAfterDays) }));
        Assert.Equal([3, 1, 2], index.Ask("bursary"));
    }

    [Fact]
    public void What_can_be_applied_for_comes_before_what_rests_and_the_day_decides_without_a_new_index()
    {
        var index = Index(
            Scholarship(1, "Scholarship", entry => entry with { Deadline = new EveryYear(11, 30) }),
            Scholarship(2, "Scholarship"));
        var question = new SearchQuestion("scholarship", Language.English, Place.Anywhere);
        Assert.Equal([1L, 2], index.Ask(question, new DateOnly(2026, 11, 30)).Hits.Select(hit => hit.Id.Value));
        Assert.Equal([2L, 1], index.Ask(question, new DateOnly(2026, 12, 1)).Hits.Select(hit => hit.Id.Value));
    }

    [Fact]
    public void Her_language_comes_first_and_the_others_stay()
    {
        var index = Index(
            Scholarship(1, "Scholarship", entry => entry with { Languages = ["de"] }),
            Scholarship(2, "Scholarship", entry => entry with { Languages = ["ps"] }));
        Assert.Equal([2, 1], index.Ask("scholarship", reader: Language.Pashto));
    }

    [Fact]
    public void What_is_surely_not_for_her_place_comes_last()
    {
        var index = Index(
            Scholarship(1, "Scholarship", entry => entry with { Audience = entry.Audience with { Inside = Known.No } }),
            Scholarship(2, "Scholarship", entry => entry with { Audience = entry.Audience with { Inside = Known.Yes } }));
        Assert.Equal([2, 1], index.Ask("scholarship", Place.Inside));
    }

    [Theory]
    [InlineData("master scholarship germany", "level=master country=DE")]
    [InlineData("بورس ماستری در آلمان", "level=master country=DE")]
    [InlineData("da masteri bors jermani", "level=master country=DE")]
    [InlineData("no ielts", "flag=no-language-test")]
    [InlineData("بدون پاسپورت", "flag=no-passport")]
    [InlineData("online", "delivery=online")]
    [InlineData("داخل افغانستان", "place=inside")]
    [InlineData("رایگان", "cost=free")]
    public void Facets_are_read_out_of_the_words(string words, string facets) =>
        Assert.Equal(facets, string.Join(' ', SeededIndex.Ask(new SearchQuestion(words, Language.Dari, Place.Anywhere)).Filters.Select(filter => filter.Facet)));

    [Fact]
    public void A_facet_that_was_taken_off_narrows_no_more_and_can_be_put_back()
    {
        var index = Index(
            Scholarship(1, "Scholarship in Germany", entry => entry with { Countries = ["DE"] }),
            Scholarship(2, "Scholarship in Japan", entry => entry with { Countries = ["JP"], ComparedOn = Today }));
        Assert.Equal(1, index.Ask("scholarship germany")[0]);
        Assert.Equal(2, index.Ask("scholarship germany", without: 1)[0]);
        Assert.True(Assert.Single(index.Ask(new SearchQuestion("scholarship germany", Language.English, Place.Anywhere, 1)).Filters).Off);
    }

    [Fact]
    public void What_does_not_meet_a_facet_is_shown_and_marked()
    {
        var index = Index(
            Scholarship(1, "Scholarship in Germany", entry => entry with { Countries = ["DE"] }),
            Scholarship(2, "Scholarship in Japan", entry => entry with { Countries = ["JP"] }));
        var hits = index.Ask(new SearchQuestion("scholarship germany", Language.English, Place.Anywhere)).Hits;
        Assert.Equal([(1L, true), (2L, false)], hits.Select(hit => (hit.Id.Value, hit.Fits)));
    }

    [Fact]
    public void Nothing_found_gives_topics_and_is_no_answer()
    {
        var answer = SeededIndex.Ask(new SearchQuestion("نرخ دالر امروز", Language.Dari, Place.Anywhere));
        Assert.False(answer.Confident);
        Assert.Empty(answer.Hits);
        Assert.Equal(Topics.All, answer.Nearest);
    }

    [Theory]
    [InlineData("سلام")]
    [InlineData("hello")]
    [InlineData("مننه")]
    public void A_greeting_is_no_question(string words) => Assert.Empty(SeededIndex.Ask(words));

    [Theory]
    [InlineData("fulbrite", "fulbright-afghanistan")]
    [InlineData("کورسیرا", "coursera-refugees")]
    [InlineData("خان اکادمي", "khan-academy-dari")]
    [InlineData("فرانت‌لاین دیفندرز", "front-line-defenders")]
    [InlineData("begom akademi", "begum-academy")]
    [InlineData("AUW", "auw")]
    [InlineData("410", "awaaz-410")]
    [InlineData("٤١٠", "awaaz-410")]
    public void A_name_is_found_in_any_script_and_misspelt(string words, string slug) =>
        Assert.Equal(slug, OurEntries[(int)SeededIndex.Ask(words)[0] - 1].Slug.Value);

    [Fact]
    public void A_word_of_a_wider_thing_prefers_the_entry_that_says_it()
    {
        var index = Index(
            Scholarship(1, "Coding for girls", entry => entry with { Fields = ["computing"] }),
            Scholarship(2, "Coding for girls: Python", entry => entry with { Fields = ["computing"] }));
        Assert.Equal([2, 1], index.Ask("python"));
    }

    [Theory]
    [InlineData("بورسیه بدون پاسپرت", "flag=no-passport")]
    [InlineData("learn the german langage", "")]
    public void One_misspelt_word_does_not_break_up_a_phrase(string words, string facets) =>
        Assert.Equal(facets, string.Join(' ', SeededIndex.Ask(new SearchQuestion(words, Language.Dari, Place.Anywhere)).Filters.Select(filter => filter.Facet)));

    [Fact]
    public void A_word_that_nobody_knows_makes_the_answer_less_sure_and_hides_nothing()
    {
        var answer = SeededIndex.Ask(new SearchQuestion("طب میخوندم خشخشانی", Language.Dari, Place.Anywhere));
        Assert.NotEmpty(answer.Hits);
        Assert.Equal(SeededIndex.Ask("طب", reader: Language.Dari)[0], answer.Hits[0].Id.Value);
    }

    [Fact]
    public void An_empty_catalogue_answers_too() => Assert.Empty(Index().Ask("بورسیه"));
}
