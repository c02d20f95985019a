using System.Globalization;

namespace ResourceBot.LocalTelegram.BotApi.Messages;

/// <summary>References such as <c>&amp;lt;</c>: four names and all numbers (Bot API, "HTML style").</summary>
internal static class CharacterReference
{
    /// <param name="text">Begins with the ampersand.</param>
    /// <param name="length">Code units to skip; the semicolon may be missing.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out int code, out int length)
    {
        var end = 1;
        if (text.Length > 1 && text[1] == '#')
        {
            var isHex = text.Length > 2 && text[2] == 'x';
            end = isHex ? 3 : 2;
            var digits = end;
            while (end < text.Length && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end]))) end++;
            var style = isHex ? NumberStyles.HexNumber : NumberStyles.None;
            _ = int.TryParse(text[digits..end], style, CultureInfo.InvariantCulture, out code);
            if (code >= 0x10FFFF) code = 0;
        }
        else
        {
            while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
            code = text[1..end] switch
            {
                "lt" => '<',
                "gt" => '>',
                "amp" => '&',
                "quot" => '"',
                _ => 0,
            };
        }
        length = end < text.Length && text[end] == ';' ? end + 1 : end;
        return code != 0;
    }
}
