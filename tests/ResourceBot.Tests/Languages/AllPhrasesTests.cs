using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Tests.Languages;

/// <summary>What holds for the phrases of every part of the bot.</summary>
public sealed class AllPhrasesTests
{
    private static readonly Speech Speech = new();

    public static TheoryData<Type> Types() => [.. Speech.PhraseTypes];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_phrase_has_the_same_places_in_all_languages_and_stands_in_its_own_script(Type type)
    {
        var english = Texts(type, Language.English);
        foreach (var language in LanguageCodes.All)
        {
            var texts = Texts(type, language);
            Assert.Equal(english.Keys.Order(StringComparer.Ordinal), texts.Keys.Order(StringComparer.Ordinal));
            foreach (var (name, text) in texts)
            {
                Assert.True(text.Trim().Length > 0, $"{name} in {language} is empty");
                Assert.Equal((name, string.Join(' ', Phrase.Holes(english[name]))), (name, string.Join(' ', Phrase.Holes(text))));
                Assert.True(Direction.IsBalanced(text), $"{name} in {language}");
                Assert.DoesNotMatch("[\u202A-\u202E\u0660-\u0669\u0643\u0649]", text);
                if (language == Language.English) Assert.DoesNotMatch("[\u0600-\u06FF]", text);
            }
        }
    }

    [Fact]
    public void Every_deed_of_the_audit_trail_has_words()
    {
        foreach (var language in LanguageCodes.All)
            Assert.Equal(Deeds.All.Order(StringComparer.Ordinal), Speech.Of<StaffPhrases>(language).Deeds.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("مانند 2026-12-31 یا 09-15", "مانند \u20662026-12-31\u2069 یا \u206609-15\u2069")]
    [InlineData("«/drafts» آن را", "«\u2066/drafts\u2069» آن را")]
    [InlineData("که با https:// شروع", "که با \u2066https://\u2069 شروع")]
    [InlineData("لینک‌های https را", "لینک‌های \u2066https\u2069 را")]
    [InlineData("نام: https، بعد", "نام: \u2066https\u2069، بعد")]
    [InlineData("با {staff} و {count}", "با {staff} و {count}")]
    [InlineData("Mo-Fr 09:00-16:00 را", "\u2066Mo-Fr 09:00-16:00\u2069 را")]
    public void Examples_in_a_phrase_keep_their_direction(string phrase, string expected) =>
        Assert.Equal(expected, Direction.Examples(phrase, Language.Dari));

    // A Pashto date begins with «د»: a preposition before it would stand before a second one.
    [Theory]
    [MemberData(nameof(Types))]
    public void No_preposition_stands_before_a_Pashto_date(Type type)
    {
        foreach (var (name, text) in Texts(type, Language.Pashto)) Assert.DoesNotMatch(@"(?<!\p{L})(له|په|تر|د) \{(date|time)\}", $"{name}: {text}");
    }

    [Fact]
    public void The_second_factor_is_not_called_as_the_approval_of_a_second_person()
    {
        foreach (var (language, approval) in ((Language, string)[])[(Language.Dari, "تأیید"), (Language.Pashto, "تایید")])
        {
            var texts = Texts(typeof(StaffPhrases), language).Where(text => text.Key.StartsWith("Factor", StringComparison.Ordinal) && text.Key != "FactorAbout");
            Assert.All(texts, text => Assert.DoesNotContain(approval, text.Value, StringComparison.Ordinal));
        }
    }

    private static Dictionary<string, string> Texts(Type type, Language language)
    {
        var phrases = Speech.Of(type, language);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in type.GetProperties())
        {
            switch (property.GetValue(phrases))
            {
                case string text:
                    texts.Add(property.Name, text);
                    break;
                case IReadOnlyDictionary<string, string> words:
                    foreach (var (key, text) in words) texts.Add($"{property.Name}.{key}", text);
                    break;
            }
        }

        return texts;
    }
}
