using ResourceBot.Figures;
using ResourceBot.Languages;
using SkiaSharp;

namespace ResourceBot.Host.Figures;

/// <summary>Draws figures as bars; mirrored for those who read from the right.</summary>
internal sealed class FigureDrawing : IFigureDrawing, IDisposable
{
    // A phone shows a picture about this wide without scaling letters away.
    private const int PixelsWide = 1000;
    private const int Margin = 40;
    private const int LabelWidth = 330;
    private const int RoomForShown = 110;
    private const int BarHeight = 26;
    private const int LineHeight = 42;
    private const int HeadingHeight = 70;
    private const int TitleHeight = 104;
    private const float TitleSize = 34;
    private const float HeadingSize = 27;
    private const float LabelSize = 23;

    // Fonts and their native libraries come into memory with the first picture.
    private readonly Lazy<Lettering> _lettering = new(() => new Lettering());

    // Fonts and shapers are not made for two threads at once, and a picture is asked for a few times a day.
    private readonly Lock _lock = new();

    public byte[] Draw(FigureChart chart)
    {
        lock (_lock)
        {
            var height = TitleHeight + Margin + chart.Groups.Sum(group => HeadingHeight + group.Bars.Count * LineHeight);
            using var surface = SKSurface.Create(new SKImageInfo(PixelsWide, height));
            surface.Canvas.Clear(SKColors.White);
            DrawOn(surface.Canvas, chart);
            using var image = surface.Snapshot();
            using var png = image.Encode(SKEncodedImageFormat.Png, quality: 100);
            return png.ToArray();
        }
    }

    public void Dispose()
    {
        if (_lettering.IsValueCreated) _lettering.Value.Dispose();
    }

    private void DrawOn(SKCanvas canvas, FigureChart chart)
    {
        var mirrored = chart.Language.IsRightToLeft();
        using var ink = new SKPaint { Color = new SKColor(0x22, 0x22, 0x22), IsAntialias = true };
        using var colour = new SKPaint { Color = new SKColor(0x2F, 0x6F, 0x8F), IsAntialias = true };
        using var line = new SKPaint { Color = new SKColor(0xDD, 0xDD, 0xDD) };
        float y = Margin + TitleSize;
        _lettering.Value.Write(canvas, chart.Title, mirrored, From(Margin, mirrored), y, TitleSize, ink);
        y = TitleHeight;
        foreach (var group in chart.Groups)
        {
            _lettering.Value.Write(canvas, group.Heading, mirrored, From(Margin, mirrored), y + HeadingSize, HeadingSize, ink);
            y += HeadingHeight - 14;
            canvas.DrawRect(Margin, y - 8, PixelsWide - 2 * Margin, 1, line);
            y += 14;
            var longest = chart.Longest(group);
            foreach (var bar in group.Bars)
            {
                DrawBar(canvas, bar, longest, y, mirrored, ink, colour);
                y += LineHeight;
            }
        }
    }

    private void DrawBar(SKCanvas canvas, Bar bar, double longest, float y, bool mirrored, SKPaint ink, SKPaint colour)
    {
        const int room = PixelsWide - 2 * Margin - LabelWidth - RoomForShown;
        var baseline = y + BarHeight - 5;
        var start = Margin + LabelWidth;
        // At least a sliver, so that an eye finds the line.
        var length = Math.Max(2, (float)(bar.Length / longest * room));
        _lettering.Value.Write(canvas, bar.Label, mirrored, From(Margin, mirrored), baseline, LabelSize, ink);
        canvas.DrawRect(mirrored ? PixelsWide - start - length : start, y, length, BarHeight, colour);
        _lettering.Value.Write(canvas, bar.Shown, mirrored, From(start + length + 12, mirrored), baseline, LabelSize, ink);
    }

    // A distance from the edge at which reading begins.
    private static float From(float distance, bool mirrored) => mirrored ? PixelsWide - distance : distance;
}
