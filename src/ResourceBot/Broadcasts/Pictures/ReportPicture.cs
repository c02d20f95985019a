using System.Globalization;

namespace ResourceBot.Broadcasts.Pictures;

/// <summary>
/// The figures of a broadcast as bars. Without words: the lines of the report carry squares of the same colours, and so the
/// picture reads the same in every language.
/// </summary>
public static class ReportPicture
{
    private const int Width = 640;
    private const int Margin = 24;
    private const int BarHeight = 44;
    private const int Gap = 20;
    private const int DigitScale = 5;
    private const int NumberWidth = 200;
    private const int Paper = 0xFBFAF7;
    private const int Groove = 0xEAE7E0;
    private const int Ink = 0x33312C;

    /// <returns>A PNG.</returns>
    public static ReadOnlyMemory<byte> Draw(Broadcast broadcast)
    {
        var counts = broadcast.Counts;
        (long Count, int Colour)[] bars =
        [
            (counts.Sent, 0x4CAF50), (counts.Opened, 0x2F80ED), (counts.Refused, 0xD64545), (counts.Unknown, 0xF2994A),
            (counts.Gone, 0x3A3A3A), (counts.Left, 0xC9C6BE),
        ];
        var canvas = new Canvas(Width, 2 * Margin + bars.Length * (BarHeight + Gap) - Gap, Paper);
        var isSmall = counts.Recipients < AudienceStore.LeastShown;
        var room = Width - 2 * Margin - NumberWidth;
        foreach (var (place, bar) in bars.Index())
        {
            var top = Margin + place * (BarHeight + Gap);
            canvas.Fill(Margin, top, room, BarHeight, Groove);
            // Of a handful of people the lengths would tell what the figures do not.
            var share = isSmall || counts.Recipients == 0 ? 0 : (double)bar.Count / counts.Recipients;
            canvas.Fill(Margin, top, Math.Max(6, (int)(room * Math.Min(1, share))), BarHeight, bar.Colour);
            var number = isSmall ? $"<{AudienceStore.LeastShown}" : bar.Count.ToString(CultureInfo.InvariantCulture);
            canvas.Write(number, Margin + room + Gap, top + (BarHeight - 5 * DigitScale) / 2, DigitScale, Ink);
        }

        return Png.Write(canvas);
    }
}
