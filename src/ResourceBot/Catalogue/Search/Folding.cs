using System.Globalization;
using System.Text;

namespace ResourceBot.Catalogue.Search;

/// <summary>
/// Makes one spelling of the many code points that Dari, Pashto, Arabic and Latin keyboards give for the same letter. Only for
/// comparing: what is stored and shown keeps its letters, because the five yehs of Pashto differ in meaning.
/// </summary>
public static class Folding
{
    /// <summary>Joins the halves of a word without a space (U+200C); kept here, read by <see cref="Tokens"/>.</summary>
    public const char Joiner = '\u200C';

    // One ligature (U+FDFA) becomes eighteen letters, so the length is bounded before and after.
    private const int Growth = 2;

    /// <summary>Lower case, one code point a letter, ASCII digits, no marks.</summary>
    /// <param name="most">The longest text that comes back, in characters; what is beyond is cut off.</param>
    public static string Fold(string text, int most = int.MaxValue)
    {
        var source = text.Length > most ? text[..most] : text;
        var plain = Compose(source);
        var folded = new StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            if (folded.Length >= most) break;
            Append(folded, c);
        }

        return folded.ToString();
    }

    // Presentation forms from PDFs and full-width Latin become plain letters. Normalize refuses half a surrogate pair.
    private static string Compose(string text)
    {
        var whole = HasLoneSurrogate(text)
            ? string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()))
            : text;
        var composed = whole.IsNormalized(NormalizationForm.FormKC) ? whole : whole.Normalize(NormalizationForm.FormKC);
        return composed.Length > Growth * Math.Max(whole.Length, 300) ? composed[..(Growth * Math.Max(whole.Length, 300))] : composed;
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }

        return false;
    }

    private static void Append(StringBuilder folded, char c)
    {
        if (c < '\u0080')
        {
            if (c is not ('\'' or '`')) folded.Append(char.ToLowerInvariant(c));
        }
        else if (c is >= '\u0600' and <= '\u06FF')
        {
            if (Arabic(c) is { } letter) folded.Append(letter);
        }
        else if (c == Joiner)
        {
            folded.Append(c);
        }
        else if (!IsInvisible(c) && c is not ('’' or '‘' or 'ʿ' or 'ʾ' or 'ʼ' or '´'))
        {
            AppendLatin(folded, c);
        }
    }

    /// <returns>Null for marks, which are left out.</returns>
    private static char? Arabic(char c) => c switch
    {
        'آ' or 'أ' or 'إ' or 'ٱ' or 'ٲ' or 'ٳ' or 'ٵ' => 'ا',
        'ؤ' or 'ٶ' or 'ۇ' or 'ۆ' or 'ۈ' or 'ۋ' => 'و',
        'ي' or 'ى' or 'ې' or 'ۍ' or 'ئ' or 'ے' or 'ۓ' or 'ٸ' or 'ێ' => 'ی',
        'ك' => 'ک',
        'ګ' or 'ڭ' or 'ڰ' => 'گ',
        'ة' or 'ۀ' or 'ہ' or 'ۂ' or 'ۃ' or 'ھ' or 'ە' => 'ه',
        'ٹ' => 'ټ',
        'ڈ' => 'ډ',
        'ڑ' => 'ړ',
        'ں' => 'ن',
        'ء' or 'ـ' or '\u061C' => null,
        >= '\u0610' and <= '\u061A' or >= '\u064B' and <= '\u065F' or '\u0670' => null,
        >= '\u06D6' and <= '\u06ED' and not ('\u06DD' or '\u06DE' or '\u06E9') => null,
        >= '٠' and <= '٩' => (char)(c - '٠' + '0'),
        >= '۰' and <= '۹' => (char)(c - '۰' + '0'),
        _ => c,
    };

    private static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u034F' or '\u180E' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
            or '\u2060' or (>= '\u2066' and <= '\u2069') or (>= '\uFE00' and <= '\uFE0F');

    private static void AppendLatin(StringBuilder folded, char c)
    {
        switch (c)
        {
            case 'ı' or 'İ': folded.Append('i'); return;
            case 'ß': folded.Append("ss"); return;
            case 'æ' or 'Æ': folded.Append("ae"); return;
            case 'ø' or 'Ø': folded.Append('o'); return;
            case 'œ' or 'Œ': folded.Append("oe"); return;
            case 'đ' or 'Đ': folded.Append('d'); return;
            case 'ł' or 'Ł': folded.Append('l'); return;
            case > '\u024F' and not (>= '\u1E00' and <= '\u1EFF'): folded.Append(char.IsSurrogate(c) ? ' ' : c); return;
        }

        foreach (var part in char.ToLowerInvariant(c).ToString().Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark) folded.Append(part);
        }
    }
}
