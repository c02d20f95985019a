using System.Text;

namespace ResourceBot.Host.Figures;

/// <summary>A piece of a line that runs one way and is drawn with one font.</summary>
/// <param name="IsRightToLeft">The way it runs.</param>
/// <param name="IsArabic">Letters or digits of the Arabic script, else Latin ones.</param>
internal sealed record TextRun(string Text, bool IsRightToLeft, bool IsArabic);

/// <summary>
/// Splits a line for drawing, in the order in which its pieces stand from left to right. The drawing library shapes letters
/// but leaves the order to us: given a whole line it turns Persian numbers around. This is the part of the Unicode
/// bidirectional algorithm (Annex 9) that a line of labels, numbers and dates needs; isolates and embeddings are none of it.
/// </summary>
internal static class TextRuns
{
    private enum Kind
    {
        Arabic,
        Latin,
        ArabicDigit,
        Digit,
        Space,
    }

    public static IReadOnlyList<TextRun> Split(string line, bool rightToLeft)
    {
        var text = string.Concat(line.Where(c => c is not ((>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C')));
        var ways = Ways(text, rightToLeft);
        var runs = new List<TextRun>();
        // Blocks of one direction, from left to right; inside a block that runs left to right its fonts in the order of reading.
        foreach (var block in Blocks(text, ways, rightToLeft))
        {
            var pieces = Pieces(block.Text, block.IsRightToLeft).ToList();
            if (block.IsRightToLeft) pieces.Reverse();
            runs.AddRange(pieces);
        }

        return runs;
    }

    // True where a letter runs right to left. Spaces and signs between two numbers or Latin words belong to them.
    private static bool[] Ways(string text, bool rightToLeft)
    {
        var ways = new bool[text.Length];
        for (var place = 0; place < text.Length; place++)
        {
            ways[place] = KindOf(text[place]) switch
            {
                Kind.Arabic => true,
                Kind.Latin or Kind.ArabicDigit or Kind.Digit => false,
                _ => Between(text, place, rightToLeft),
            };
        }

        return ways;
    }

    private static bool Between(string text, int place, bool rightToLeft)
    {
        var before = Nearest(text, place, -1);
        var after = Nearest(text, place, +1);
        // A sign that touches a number, such as the one of "less than", stays in front of it.
        if (text[place] is '<' or '≤' && after is not null and not Kind.Arabic) return false;
        if (before is null || after is null) return rightToLeft;
        var (left, right) = (before == Kind.Arabic, after == Kind.Arabic);
        // Two numbers side by side with a space are two words of the line, not one number.
        if (rightToLeft && !left && !right && text[place] == ' ' && before != Kind.Latin && after != Kind.Latin) return true;
        return left == right ? left : rightToLeft;
    }

    private static Kind? Nearest(string text, int place, int step)
    {
        for (var other = place + step; other >= 0 && other < text.Length; other += step)
        {
            if (KindOf(text[other]) is not Kind.Space and var kind) return kind;
        }

        return null;
    }

    private static IEnumerable<(string Text, bool IsRightToLeft)> Blocks(string text, bool[] ways, bool rightToLeft)
    {
        var blocks = new List<(string, bool)>();
        for (int start = 0, end; start < text.Length; start = end)
        {
            for (end = start + 1; end < text.Length && ways[end] == ways[start]; end++)
            {
            }

            blocks.Add((text[start..end], ways[start]));
        }

        if (rightToLeft) blocks.Reverse();
        return blocks;
    }

    private static IEnumerable<TextRun> Pieces(string block, bool rightToLeft)
    {
        var piece = new StringBuilder();
        var arabic = false;
        foreach (var c in block)
        {
            var own = KindOf(c) switch
            {
                Kind.Arabic or Kind.ArabicDigit => true,
                Kind.Latin or Kind.Digit => false,
                // The Arabic font has a space and the signs of a sentence, but not all of them.
                _ => c is ' ' or '.' or ':' or '«' or '»' or '(' or ')' or '\u200C' ? arabic || (piece.Length == 0 && rightToLeft) : false,
            };
            if (piece.Length > 0 && own != arabic)
            {
                yield return new TextRun(piece.ToString(), rightToLeft, arabic);
                piece.Clear();
            }

            arabic = own;
            piece.Append(c);
        }

        if (piece.Length > 0) yield return new TextRun(piece.ToString(), rightToLeft, arabic);
    }

    private static Kind KindOf(char c) => c switch
    {
        >= '۰' and <= '۹' => Kind.ArabicDigit,
        '٪' or '٫' or '٬' => Kind.ArabicDigit,
        (>= '\u0600' and <= '\u06FF') or '\u200C' => Kind.Arabic,
        >= '0' and <= '9' => Kind.Digit,
        _ when char.IsLetter(c) => Kind.Latin,
        _ => Kind.Space,
    };
}
