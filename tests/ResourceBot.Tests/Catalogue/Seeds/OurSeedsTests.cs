using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Seeds;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Catalogue.Seeds;

/// <summary>The seed files of this repository, as a reviewer would look at them.</summary>
public sealed class OurSeedsTests
{
    private static readonly Speech Speech = new();

    private static readonly IReadOnlyList<SeedFile> Files =
        [.. Directory.EnumerateFiles(Repository.PathOf("seeds"), "*.json").Order(StringComparer.Ordinal).Select(SeedFile.Read)];

    private static readonly IReadOnlyList<Resource> All = [.. Files.SelectMany(file => file.Seeds).Select(seed => seed.Resource)];

    [Fact]
    public void No_file_has_a_mistake() => Assert.Empty(Files.SelectMany(file => file.Errors));

    [Fact]
    public void There_are_at_least_120_entries_under_slugs_that_are_all_different()
    {
        Assert.InRange(All.Count, 120, int.MaxValue);
        var slugs = All.SelectMany(resource => resource.Aliases.Prepend(resource.Slug)).ToList();
        Assert.Equal(slugs.Count, slugs.Distinct().Count());
    }

    [Fact]
    public void Every_topic_has_at_least_five_entries_and_some_for_women_inside()
    {
        foreach (var topic in Topics.All)
        {
            var entries = All.Where(resource => resource.Topics.Contains(topic)).ToList();
            Assert.True(entries.Count >= 5, $"{topic} has {entries.Count}");
            Assert.True(entries.Any(resource => resource.Audience.Inside == Known.Yes), $"{topic} has none for inside Afghanistan");
        }
    }

    [Fact]
    public void Translations_are_marked_as_what_they_are() => Assert.All(All, resource =>
    {
        Assert.Equal(TranslationState.Original, resource.Texts[Language.English].State);
        Assert.NotEqual(TranslationState.Original, resource.Texts[Language.Dari].State);
        Assert.NotEqual(TranslationState.Original, resource.Texts[Language.Pashto].State);
    });

    [Fact]
    public void Nobody_claims_to_have_compared_what_nobody_compared() =>
        Assert.All(All, resource => Assert.Null(resource.ComparedOn));

    [Fact]
    public void Each_text_is_in_its_own_script_and_letters() => Assert.All(All, resource =>
    {
        foreach (var (language, text) in resource.Texts)
        {
            var words = $"{text.Title} {text.Summary} {text.Who} {text.How} {text.Safety}";
            if (language == Language.English) Assert.DoesNotMatch("[\u0600-\u06FF]", words);
            else Assert.Matches("[\u0600-\u06FF]{3}", text.Title);
            Assert.DoesNotContain('\u0643', words);
            if (language == Language.Dari) Assert.DoesNotMatch("[\u064A\u0649]", words);
        }
    });

    [Fact]
    public void Dari_uses_Afghan_words()
    {
        string[] iranian = ["دانشجو", "دانش‌آموز", "دبیرستان", "کارشناسی ارشد", "گذرنامه", "شناسنامه", "رایانه", "شهریه", "بیمارستان", "درصد"];
        Assert.All(All, resource =>
        {
            var text = resource.Texts[Language.Dari];
            var words = $"{text.Title} {text.Summary} {text.Who} {text.How} {text.Safety}";
            Assert.DoesNotContain(iranian, word => words.Contains(word, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Facts_that_have_fields_do_not_stand_in_sentences() => Assert.All(All, resource =>
    {
        foreach (var text in resource.Texts.Values)
            Assert.DoesNotMatch(@"https?://|\+[0-9]{6,}|[$€£]\s?[0-9]", $"{text.Summary} {text.Who} {text.How} {text.Safety}");
    });

    [Fact]
    public void Every_country_has_a_word_in_every_language() => Assert.All(All, resource =>
    {
        foreach (var words in LanguageCodes.All.Select(Speech.Words))
            Assert.All(resource.Countries.Concat(resource.Audience.Countries), country => Assert.Contains(country, words.Countries));
    });
}
