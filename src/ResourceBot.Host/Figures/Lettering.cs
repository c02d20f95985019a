using HarfBuzzSharp;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace ResourceBot.Host.Figures;

/// <summary>Writes lines of Dari, Pashto and English on a picture, with fonts that the program brings along (Fonts/OFL.txt).</summary>
internal sealed class Lettering : IDisposable
{
    private readonly SKTypeface _arabic = Load("NotoSansArabic-Subset.ttf");
    private readonly SKTypeface _latin = Load("NotoSans-Subset.ttf");
    private readonly SKShaper _arabicShaper;
    private readonly SKShaper _latinShaper;

    public Lettering()
    {
        _arabicShaper = new SKShaper(_arabic);
        _latinShaper = new SKShaper(_latin);
    }

    /// <summary>Writes a line whose start (its right end when it runs right to left) is at <paramref name="x"/>.</summary>
    /// <param name="y">Of the base line, in pixels.</param>
    public void Write(SKCanvas canvas, string line, bool rightToLeft, float x, float y, float size, SKPaint paint)
    {
        var runs = TextRuns.Split(line, rightToLeft);
        if (rightToLeft) x -= Width(runs, size);
        foreach (var run in runs)
        {
            using var font = new SKFont(run.IsArabic ? _arabic : _latin, size);
            var shaped = Shape(run, font);
            using var glyphs = new SKTextBlobBuilder();
            var buffer = glyphs.AllocatePositionedRun(font, shaped.Codepoints.Length);
            buffer.SetGlyphs([.. shaped.Codepoints.Select(glyph => (ushort)glyph)]);
            buffer.SetPositions(shaped.Points);
            using var blob = glyphs.Build();
            if (blob is not null) canvas.DrawText(blob, x, y, paint);
            x += shaped.Width;
        }
    }

    /// <summary>In pixels.</summary>
    public float Width(string line, bool rightToLeft, float size) => Width(TextRuns.Split(line, rightToLeft), size);

    public void Dispose()
    {
        _arabicShaper.Dispose();
        _latinShaper.Dispose();
        _arabic.Dispose();
        _latin.Dispose();
    }

    private float Width(IReadOnlyList<TextRun> runs, float size) => runs.Sum(run =>
    {
        using var font = new SKFont(run.IsArabic ? _arabic : _latin, size);
        return Shape(run, font).Width;
    });

    private SKShaper.Result Shape(TextRun run, SKFont font)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(run.Text);
        buffer.GuessSegmentProperties();
        // A guess from the letters would turn Persian numbers around.
        buffer.Direction = run.IsRightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        return (run.IsArabic ? _arabicShaper : _latinShaper).Shape(buffer, font);
    }

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(Lettering).Assembly.GetManifestResourceStream($"fonts/{name}")
            ?? throw new InvalidOperationException($"The font {name} is not part of the program.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }
}
