using System.Reflection;
using System.Text;
using ResourceBot.Catalogue.Exchange;
using ResourceBot.Catalogue.Seeds;
using ResourceBot.Conversations.Truth;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Catalogue.Exchange;

/// <summary>What is said about a mistake in a file.</summary>
public sealed class MistakeTests
{
    private static readonly Speech Speech = new();

    [Fact]
    public void Every_mistake_has_a_sentence_in_every_language()
    {
        var mistakes = OneOfEach();
        Assert.Equal(Enum.GetValues<MistakeCode>(), mistakes.Select(mistake => mistake.Code!.Value).Order());
        foreach (var language in LanguageCodes.All)
        {
            var phrases = Speech.Of<ExchangePhrases>(language);
            Assert.Equal(
                Enum.GetValues<MistakeCode>().Select(MistakeText.Key).Order(StringComparer.Ordinal), phrases.Mistakes.Keys.Order(StringComparer.Ordinal));
            foreach (var mistake in mistakes)
            {
                // Filling refuses a part without a place and a place without a part.
                var line = MistakeText.Line(new ImportProblem(3, "old", "title_en", mistake), phrases, language);
                Assert.True(Direction.IsBalanced(line), line);
                Assert.DoesNotContain("{", mistake.English, StringComparison.Ordinal);
                if (language != Language.English) Assert.Matches("[\u0600-\u06FF]", line);
            }
        }
    }

    [Fact]
    public void A_mistake_is_told_in_her_language_with_the_column_as_the_file_has_it()
    {
        var problem = Assert.Single(ImportFile.Read(Encoding.UTF8.GetBytes("slug,provider\na,b,c")).Problems);

        Assert.Equal(
            "سطر ۲، a: این سطر ۳ خانه دارد، سطر عنوان ۲. آیا جداکننده یا علامت نقل قول کم یا زیاد است؟", Dari(problem));
        Assert.Equal("سطر ۴، old، deadline: «31.12.2026» تاریخ نیست. بنویسید مانند 2026-12-31، یا yearly 02، یا yearly 02-15، یا rolling، یا unknown.",
            Dari(new ImportProblem(4, "old", "deadline", Mistake.NotOccasion("31.12.2026"))));
        Assert.Contains("⟦U+202E⟧gnp.exe", Dari(new ImportProblem(4, "old", "hours", Mistake.NotHours("\u202Egnp.exe"))), StringComparison.Ordinal);
    }

    private static string Dari(ImportProblem problem) =>
        ImportReport.Plain(MistakeText.Line(problem, Speech.Of<ExchangePhrases>(Language.Dari), Language.Dari));

    private static IReadOnlyList<Mistake> OneOfEach()
    {
        const BindingFlags all = BindingFlags.Static | BindingFlags.NonPublic;
        return
        [
            .. typeof(Mistake).GetProperties(all).Where(property => property.PropertyType == typeof(Mistake)).Select(property => (Mistake)property.GetValue(null)!),
            .. typeof(Mistake).GetMethods(all)
                .Where(method => method.ReturnType == typeof(Mistake) && !method.IsSpecialName && method.Name != nameof(Mistake.OfWords))
                .Select(method => (Mistake)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!),
        ];
    }

    private static object Sample(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(int) ? 7
        : parameter.ParameterType == typeof(char) ? '\u202E'
        : parameter.ParameterType == typeof(string) ? "value" : (string[])["yes", "no"];
}
