using System.Text.RegularExpressions;

namespace ResourceBot.Languages;

/// <summary>
/// Mixed directions in a message. Clients choose the direction of each line from its first strong letter (Unicode
/// Standard Annex 9, P2), and Telegram removes U+202A–U+202E but keeps the isolates and U+200E/U+200F. So: a right-to-left
/// mark opens every line of Dari and Pashto, values stand in isolates, and marks are added when a text is put together,
/// never stored.
/// </summary>
public static partial class Direction
{
    public const char LeftToRightMark = '\u200E';
    public const char RightToLeftMark = '\u200F';
    private const char LeftToRightIsolate = '\u2066';
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>A value whose script we do not control, such as the name of an organisation.</summary>
    public static string Isolate(string value) => $"{FirstStrongIsolate}{Strip(value)}{PopIsolate}";

    /// <summary>A value that runs left to right whatever stands around it: a telephone number, a command, a host name, a Gregorian date.</summary>
    public static string LeftToRight(string value)
    {
        var bare = Strip(value);
        // Old clients ignore isolates; the mark alone keeps the plus sign in front of the number there.
        var mark = bare.StartsWith('+') ? LeftToRightMark.ToString() : "";
        return $"{LeftToRightIsolate}{mark}{bare}{PopIsolate}";
    }

    /// <summary>
    /// A phrase of ours with examples in it such as <c>/staff</c> or <c>2026-12-31</c>: behind a Dari letter these would turn
    /// around (Unicode Standard Annex 9, W2), so each stands in an isolate.
    /// </summary>
    public static string Examples(string phrase, Language language) =>
        language.IsRightToLeft() ? Example().Replace(phrase, match => LeftToRight(match.Value)) : phrase;

    /// <summary>
    /// Every line of a text in <paramref name="language"/>, opened with the mark that makes it run the right way even when
    /// its first letter is Latin. Empty lines, and lines that bring a mark of their own, stay as they are.
    /// </summary>
    public static string Lines(string text, Language language) =>
        language.IsRightToLeft()
            ? string.Join('\n', text.Split('\n').Select(line =>
                line.Length == 0 || line[0] is RightToLeftMark or LeftToRightMark ? line : RightToLeftMark + line))
            : text;

    /// <summary>Isolates come in pairs on each line; a text that breaks this turns the rest of the message around.</summary>
    public static bool IsBalanced(string text) => text.Split('\n').All(IsLineBalanced);

    private static bool IsLineBalanced(string line)
    {
        var depth = 0;
        foreach (var c in line)
        {
            if (c is >= LeftToRightIsolate and <= FirstStrongIsolate) depth++;
            else if (c == PopIsolate && --depth < 0) return false;
        }

        return depth == 0;
    }

    // A value that brings marks of its own could close our isolate early.
    private static string Strip(string value) =>
        string.Concat(value.Where(c => c is not ((>= '\u2066' and <= '\u2069') or (>= '\u202A' and <= '\u202E') or '\u061C')));

    // Begins like a command, a number with its country code, a handle, an address or a date; ends before punctuation, but that
    // of an address of which only the beginning stands there.
    [GeneratedRegex(@"(?<![{A-Za-z])[/@+]?[A-Za-z0-9](?:[A-Za-z0-9:/.@+_… -]*[A-Za-z0-9…])?(?:://|/*)(?![A-Za-z]*\})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();
}
