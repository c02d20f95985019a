using System.Globalization;
using System.Text;

namespace ResourceBot.Catalogue.Suggestions;

/// <summary>Makes typed words fit to be kept and shown: what one cannot see is taken out, what is too long is cut.</summary>
public static class SuggestedWords
{
    // Joins and separates letters of Persian and Pashto words; without it they are misspelt.
    private const char ZeroWidthNonJoiner = '\u200C';

    /// <returns>Empty when nothing is left.</returns>
    public static string Clean(string typed, int most)
    {
        var kept = new StringBuilder();
        // Runes: half a surrogate pair could not be stored.
        foreach (var rune in typed.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or '\t') kept.Append(' ');
            else if (rune.Value == ZeroWidthNonJoiner || !IsUnseen(rune)) kept.Append(rune);
            if (kept.Length >= most) break;
        }

        if (kept.Length > most) kept.Length = char.IsLowSurrogate(kept[most]) ? most - 1 : most;
        return string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsUnseen(Rune rune) => rune.Value == Rune.ReplacementChar.Value || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
