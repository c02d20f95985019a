namespace ResourceBot.Languages;

/// <summary>
/// Digits for reading. What is copied or typed elsewhere (telephone numbers, links, Gregorian dates) keeps ASCII digits.
/// </summary>
public static class Digits
{
    private const char PersianZero = '۰';
    private const char ArabicZero = '٠';

    /// <summary>Whole numbers as the language reads them; Dari and Pashto both use U+06F0–06F9.</summary>
    public static string Show(int number, Language language) =>
        Show(number.ToString(System.Globalization.CultureInfo.InvariantCulture), language);

    public static string Show(string digits, Language language) =>
        language.IsRightToLeft() ? string.Concat(digits.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + PersianZero) : c)) : digits;

    /// <summary>All three digit sets to ASCII: people type any of them, and <c>int.Parse("۵")</c> fails.</summary>
    public static string ToAscii(string text) =>
        string.Concat(text.Select(c => c switch
        {
            >= PersianZero and <= (char)(PersianZero + 9) => (char)(c - PersianZero + '0'),
            >= ArabicZero and <= (char)(ArabicZero + 9) => (char)(c - ArabicZero + '0'),
            _ => c,
        }));
}
