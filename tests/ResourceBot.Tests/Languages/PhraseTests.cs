using System.Text.RegularExpressions;
using ResourceBot.Catalogue;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Languages;

public sealed partial class PhraseTests
{
    private static readonly Speech Speech = new();

    public static TheoryData<string> Names() =>
        [.. typeof(Phrases).GetProperties().Where(property => property.PropertyType == typeof(string)).Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_phrase_has_the_same_places_in_all_languages(string name)
    {
        var expected = Phrase.Holes(Text(name, Language.English));
        foreach (var language in LanguageCodes.All) Assert.Equal(expected, Phrase.Holes(Text(name, language)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_phrase_is_written_in_its_own_script_and_its_marks_are_balanced(string name)
    {
        foreach (var language in LanguageCodes.All)
        {
            var text = Text(name, language);
            Assert.NotEqual("", text.Trim());
            Assert.True(Direction.IsBalanced(text), $"{name} in {language}");
            Assert.DoesNotMatch(ArabicKeyboard(), text);
            Assert.DoesNotMatch("[\u202A-\u202E\u0660-\u0669]", text);
            if (language != Language.English) Assert.Matches("[\u0600-\u06FF]", text);
            else Assert.DoesNotMatch("[\u0600-\u06FF]", text);
        }
    }

    [Fact]
    public void We_never_promise_what_we_cannot_keep()
    {
        // anchors of safety work: words that promise safety get people hurt.
        string[] promises = ["secure", "anonymous", "confidential", "guaranteed"];
        var english = typeof(Phrases).GetProperties().Select(property => property.GetValue(Speech.Phrases(Language.English)) as string ?? "");
        Assert.All(english, text => Assert.DoesNotContain(promises, promise => text.Contains(promise, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Dari_is_Afghan_Dari()
    {
        string[] iranian = ["دانشگاه", "دانشجو", "دانش‌آموز", "دبیرستان", "کارشناسی", "گذرنامه", "شناسنامه", "رایانه", "شهریه", "بیمارستان", "درصد"];
        var dari = typeof(Phrases).GetProperties().Select(property => property.GetValue(Speech.Phrases(Language.Dari)) as string ?? "");
        Assert.All(dari, text => Assert.DoesNotContain(iranian, word => text.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void Filling_refuses_a_value_without_a_place_and_a_place_without_a_value()
    {
        Assert.Equal("a 1", Phrase.Fill("a {count}", ("count", "1")));
        Assert.Throws<ArgumentException>(() => Phrase.Fill("a {count}", ("number", "1")));
        Assert.Throws<ArgumentException>(() => Phrase.Fill("a {count} {of}", ("count", "1")));
    }

    [Fact]
    public void Every_code_of_the_catalogue_has_a_word_in_every_language()
    {
        foreach (var words in LanguageCodes.All.Select(Speech.Words))
        {
            Assert.All(Codes.Levels, code => Assert.Contains(code, words.Levels));
            Assert.All(Codes.Fields, code => Assert.Contains(code, words.Fields));
            Assert.All(Codes.Funding, code => Assert.Contains(code, words.Funding));
            Assert.All(Codes.Delivery, code => Assert.Contains(code, words.Delivery));
            Assert.All(Codes.Costs, code => Assert.Contains(code, words.Costs));
            Assert.All(Codes.Documents, code => Assert.Contains(code, words.Documents));
            Assert.All(Codes.Languages, code => Assert.Contains(code, words.Languages));
            Assert.All(Codes.Countries, code => Assert.Contains(code, words.Countries));
            Assert.Equal(7, words.Days.Count);
        }
    }

    private static string Text(string name, Language language) =>
        (string)typeof(Phrases).GetProperty(name)!.GetValue(Speech.Phrases(language))!;

    [GeneratedRegex("[\u0643\u0649]", RegexOptions.NonBacktracking)]
    private static partial Regex ArabicKeyboard();
}
