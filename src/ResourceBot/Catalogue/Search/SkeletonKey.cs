using System.Text;

namespace ResourceBot.Catalogue.Search;

/// <summary>
/// One key for a word in both scripts: its consonants, so that <c>kors</c>, کورس and "course" meet. Digits stand for sounds
/// that Latin writes with two letters: 2 sh, 3 ch, 5 kh, 9 gh and q; a vowel is only kept at the beginning, as a.
/// </summary>
public static class SkeletonKey
{
    /// <summary>
    /// The keys of a folded word; two where a letter is spoken in two ways (ښ is sh in Kandahar and kh in Nangarhar), none when
    /// there is no consonant.
    /// </summary>
    public static IReadOnlyList<string> Of(string token)
    {
        if (token[0] < '\u0080')
        {
            if (!token.Contains('x', StringComparison.Ordinal)) return Keys(Latin(token, "ks"));
            return Keys(Latin(token, "ks"), Latin(token, "5"));
        }

        return token.Contains('ښ', StringComparison.Ordinal) || token.Contains('ږ', StringComparison.Ordinal)
            ? Keys(Arabic(token, '2', 'g'), Arabic(token, '5', 'g'), Arabic(token, '2', 'j'), Arabic(token, '5', 'j'))
            : Keys(Arabic(token, '2', 'g'));
    }

    /// <summary>How many consonants a key has; the a of a first vowel is none.</summary>
    public static int Consonants(string key) => key.Length > 0 && key[0] == 'a' ? key.Length - 1 : key.Length;

    private static string[] Keys(params IReadOnlyList<string> keys) =>
        [.. keys.Where(key => Consonants(key) > 0).Distinct(StringComparer.Ordinal)];

    private static string Arabic(string token, char xin, char zhe)
    {
        var key = new StringBuilder(token.Length);
        for (var i = 0; i < token.Length; i++)
        {
            var first = i == 0;
            var last = i == token.Length - 1;
            var sound = token[i] switch
            {
                'ا' or 'ع' or 'ی' => first ? 'a' : '\0',
                'و' => first ? 'w' : '\0',
                'ه' or 'ح' => last ? '\0' : 'h',
                'ب' => 'b',
                'پ' => 'p',
                'ف' => 'f',
                'ت' or 'ط' or 'ټ' => 't',
                'ث' or 'س' or 'ص' or 'څ' => 's',
                'ج' or 'ژ' => 'j',
                'چ' => '3',
                'خ' => '5',
                'ش' => '2',
                'ښ' => xin,
                'د' or 'ډ' => 'd',
                'ذ' or 'ز' or 'ض' or 'ظ' or 'ځ' => 'z',
                'ر' or 'ړ' => 'r',
                'ږ' => zhe,
                'غ' or 'ق' => '9',
                'ک' => 'k',
                'گ' => 'g',
                'ل' => 'l',
                'م' => 'm',
                'ن' or 'ڼ' => 'n',
                _ => '\0',
            };
            if (sound != '\0') key.Append(sound);
        }

        return key.ToString();
    }

    private static string Latin(string token, string x)
    {
        var key = new StringBuilder(token.Length);
        for (var i = 0; i < token.Length; i++)
        {
            var c = token[i];
            if (i > 0 && token[i - 1] == c && !IsVowel(c)) continue;
            var next = i + 1 < token.Length ? token[i + 1] : '\0';
            var (sound, taken) = (c, next) switch
            {
                ('s', 'h') => ("2", 2),
                ('c', 'h') => ("3", 2),
                ('k', 'h') => ("5", 2),
                ('g', 'h') => ("9", 2),
                ('z', 'h') => ("j", 2),
                ('p', 'h') => ("f", 2),
                ('t', 'h') => ("t", 2),
                ('d', 'z') => ("z", 2),
                ('t', 's') when i == 0 => ("s", 2),
                ('c', 'k') => ("k", 2),
                ('c', 'e' or 'i' or 'y') => ("s", 1),
                ('c', _) => ("k", 1),
                ('q', _) => ("9", 1),
                ('x', _) => (x, 1),
                ('w' or 'v', _) => (i == 0 ? "w" : "", 1),
                ('h', '\0') => ("", 1),
                ('a' or 'e' or 'i' or 'o' or 'u' or 'y', _) => (i == 0 ? "a" : "", 1),
                ( >= 'a' and <= 'z', _) => (c.ToString(), 1),
                _ => ("", 1),
            };
            key.Append(sound);
            i += taken - 1;
        }

        return key.ToString();
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
