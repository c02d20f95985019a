namespace ResourceBot.Broadcasts.Pictures;

/// <summary>A small picture of coloured rectangles and digits.</summary>
internal sealed class Canvas(int width, int height, int background)
{
    // Three columns by five rows, the top row in the highest bits; drawn large, nothing more is needed for a number.
    private static readonly Dictionary<char, int> Glyphs = new()
    {
        ['0'] = 0b111_101_101_101_111,
        ['1'] = 0b010_110_010_010_111,
        ['2'] = 0b111_001_111_100_111,
        ['3'] = 0b111_001_111_001_111,
        ['4'] = 0b101_101_111_001_001,
        ['5'] = 0b111_100_111_001_111,
        ['6'] = 0b111_100_111_101_111,
        ['7'] = 0b111_001_010_010_010,
        ['8'] = 0b111_101_111_101_111,
        ['9'] = 0b111_101_111_001_111,
        ['<'] = 0b001_010_100_010_001,
        [' '] = 0,
    };

    private readonly int[] _pixels = [.. Enumerable.Repeat(background, width * height)];

    public int Width => width;

    public int Height => height;

    /// <param name="colour">0xRRGGBB.</param>
    public void Fill(int left, int top, int across, int down, int colour)
    {
        for (var y = Math.Max(0, top); y < Math.Min(height, top + down); y++)
            _pixels.AsSpan(y * width + Math.Clamp(left, 0, width), Math.Clamp(across, 0, width - Math.Clamp(left, 0, width))).Fill(colour);
    }

    /// <summary>Digits, from left to right.</summary>
    /// <param name="scale">Pixels of one dot.</param>
    public void Write(string digits, int left, int top, int scale, int colour)
    {
        foreach (var (place, digit) in digits.Index())
        {
            for (var dot = 0; dot < 15; dot++)
            {
                if ((Glyphs[digit] >> (14 - dot) & 1) != 0)
                    Fill(left + (place * 4 + dot % 3) * scale, top + dot / 3 * scale, scale, scale, colour);
            }
        }
    }

    /// <summary>A row of pixels as red, green, blue.</summary>
    public void CopyRow(int row, Span<byte> into)
    {
        for (var x = 0; x < width; x++)
        {
            var colour = _pixels[row * width + x];
            (into[x * 3], into[x * 3 + 1], into[x * 3 + 2]) = ((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour);
        }
    }
}
