using ResourceBot.Figures;
using ResourceBot.Host.Figures;
using ResourceBot.Languages;
using SkiaSharp;

namespace ResourceBot.Tests.Host.Figures;

public sealed class FigureDrawingTests
{
    [Theory]
    [InlineData(Language.Dari, "درس از خانه", "دری", "۱ قوس")]
    [InlineData(Language.Pashto, "له کوره زده کړه", "پښتو", "د لیندۍ ۱مه")]
    [InlineData(Language.English, "Learn from home", "Dari", "22 Nov")]
    public void A_chart_is_drawn_in_each_language(Language language, string topic, string name, string week)
    {
        using var drawing = new FigureDrawing();
        var chart = new FigureChart(language, $"ResourceBot – {week}",
        [
            new BarGroup(topic, [new Bar(name, 123, Digits.Show(123, language)), new Bar(topic, 40, Digits.Show(40, language))]),
            new BarGroup(name, [new Bar(week, 0, SmallCounts.Show(3, language)), new Bar(week, 230, SmallCounts.Show(237, language))]),
        ]);

        var png = drawing.Draw(chart);

        // RESOURCEBOT_PICTURES names a folder in which somebody wants to look at them.
        if (Environment.GetEnvironmentVariable("RESOURCEBOT_PICTURES") is { Length: > 0 } folder)
            File.WriteAllBytes(Path.Combine(folder, $"figures.{language.Code()}.png"), png);
        using var picture = SKBitmap.Decode(png);
        Assert.Equal(1000, picture.Width);
        // Reading begins at the right for Dari and Pashto: there the labels stand, at the other edge nothing.
        Assert.Equal(language != Language.English, Dark(picture, 860, 960) > Dark(picture, 40, 140));
    }

    [Fact]
    public void Every_letter_of_our_phrases_is_in_the_fonts()
    {
        using var arabic = new SKFont(Typeface("NotoSansArabic-Subset.ttf"));
        using var latin = new SKFont(Typeface("NotoSans-Subset.ttf"));
        var speech = new Speech();
        foreach (var language in LanguageCodes.All)
        {
            string[] lines =
            [
                .. typeof(FigurePhrases).GetProperties().Select(property => (string)property.GetValue(speech.Of<FigurePhrases>(language))!),
                .. typeof(Phrases).GetProperties().Where(property => property.Name.StartsWith("Topic", StringComparison.Ordinal))
                    .Select(property => (string)property.GetValue(speech.Phrases(language))!),
                .. Enumerable.Range(0, 370).Select(day => DateText.Brief(new DateOnly(2026, 1, 1).AddDays(day), language)),
                "–<۰۱۲۳۴۵۶۷۸۹0123456789",
            ];
            foreach (var run in lines.SelectMany(line => TextRuns.Split(line, language.IsRightToLeft())))
            {
                var font = run.IsArabic ? arabic : latin;
                Assert.All(run.Text.Where(c => c != '\u200C'), c => Assert.True(font.ContainsGlyph(c), $"U+{(int)c:X4} in {run}"));
            }
        }
    }

    private static SKTypeface Typeface(string name) =>
        SKTypeface.FromStream(typeof(FigureDrawing).Assembly.GetManifestResourceStream($"fonts/{name}"));

    private static int Dark(SKBitmap picture, int from, int to)
    {
        var dark = 0;
        for (var x = from; x < to; x++)
        {
            for (var y = 100; y < picture.Height; y++)
            {
                if (picture.GetPixel(x, y).Red < 0x60) dark++;
            }
        }

        return dark;
    }
}
