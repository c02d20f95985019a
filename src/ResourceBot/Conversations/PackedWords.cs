using System.Numerics;
using System.Text;
using ResourceBot.Catalogue.Search;

namespace ResourceBot.Conversations;

/// <summary>
/// Words of a search inside the code of a button, so that paging works after a restart although nothing is stored. Letters
/// are written as digits of one large number, because a Dari letter would else take two of the 64 bytes.
/// </summary>
public static class PackedWords
{
    // Order is part of the code of buttons that are out there: append only.
    private const string Alphabet =
        " 0123456789abcdefghijklmnopqrstuvwxyz" +
        "ابپتټثجچحخځڅدډذرړزژږسشښصضطظعغفقکگلمنڼوهی" +
        "+#";

    // Beyond it nothing is left to keep even if the beginning is all spaces; Telegram's longest message.
    private const int MostRead = 4096;

    private const string Digits64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>The longest words, in letters, that <see cref="Pack"/> fits into 47 characters.</summary>
    public const int MaxLetters = PackedQuestion.MostLetters;

    /// <summary>What of a text can be packed: letters in one spelling, other characters as spaces, and the end cut off.</summary>
    public static string Keep(string words)
    {
        var kept = new StringBuilder();
        foreach (var c in Folding.Fold(words, MostRead))
        {
            var letter = Alphabet.Contains(c, StringComparison.Ordinal) ? c : ' ';
            if (letter != ' ' || (kept.Length > 0 && kept[^1] != ' ')) kept.Append(letter);
            if (kept.Length == MaxLetters) break;
        }

        return kept.ToString().Trim();
    }

    /// <param name="kept">From <see cref="Keep"/>.</param>
    public static string Pack(string kept)
    {
        // A leading one keeps leading zeros of the number.
        var number = BigInteger.One;
        foreach (var c in kept) number = number * Alphabet.Length + Alphabet.IndexOf(c, StringComparison.Ordinal);
        var packed = new StringBuilder();
        for (; number > 0; number /= Digits64.Length) packed.Insert(0, Digits64[(int)(number % Digits64.Length)]);
        return packed.ToString();
    }

    /// <returns>Null when the text is not from <see cref="Pack"/>.</returns>
    public static string? Unpack(string packed)
    {
        if (packed.Length is 0 or > 60) return null;
        var number = BigInteger.Zero;
        foreach (var c in packed)
        {
            var digit = Digits64.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0) return null;
            number = number * Digits64.Length + digit;
        }

        var words = new StringBuilder();
        for (; number > 1; number /= Alphabet.Length) words.Insert(0, Alphabet[(int)(number % Alphabet.Length)]);
        return number.IsOne ? words.ToString() : null;
    }
}
