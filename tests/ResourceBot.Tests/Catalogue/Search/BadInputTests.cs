using CsCheck;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Search;
using ResourceBot.Languages;
using static ResourceBot.Tests.Catalogue.Search.TestEntries;

namespace ResourceBot.Tests.Catalogue.Search;

public sealed class BadInputTests
{
    public static TheoryData<string> Texts() =>
    [
        "", " ", "\n\t", "!!!???...", "؟؟؟،،؛", "\"a\" OR b* NEAR(c d) ^x -y AND NOT (", "'; DROP TABLE resource; --", "\u0000\u0007\u001B[31m",
        "\u202B\u2066\u200F\u061C", "😀😀👩‍🎓", "\uD800", "\uDC00\uD800 abc", "\uFDFA\uFDFA", "a\u0301\u0301\u0301", "\u200C\u200Cبورس\u200C",
        new string('ا', 4096), new string('x', 4096), new string('!', 4096), new string('\u0301', 4096), string.Concat(Enumerable.Repeat("بورس ", 819)),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Any_text_gives_an_ordinary_answer(string text) => AskAll(text);

    [Fact]
    public void Any_text_at_all_gives_an_ordinary_answer() => Gen.String.Sample(AskAll);

    [Fact]
    public void The_essence_of_a_long_message_fits_a_button_and_keeps_words_of_danger()
    {
        var text = string.Concat(Enumerable.Repeat("my life is very long and I have many things to tell you ", 60)) + "میخواهم خودکشی کنم";
        var essence = SeededIndex.Essence(text);
        Assert.InRange(essence.Length, 1, PackedQuestion.MostLetters);
        Assert.NotEmpty(SeededIndex.Ask(new SearchQuestion(essence, Language.Dari, Place.Anywhere)).HelpLines);
    }

    private static void AskAll(string text)
    {
        var essence = SeededIndex.Essence(text);
        Assert.InRange(essence.Length, 0, PackedQuestion.MostLetters);
        foreach (var words in new[] { text, essence })
        {
            var answer = SeededIndex.Ask(new SearchQuestion(words, Language.Dari, Place.Anywhere, int.MaxValue));
            Assert.True(answer.Hits.Count + answer.HelpLines.Count + answer.Nearest.Count > 0);
        }
    }
}
