using System.Text.RegularExpressions;

namespace ResourceBot.Broadcasts;

/// <summary>What a second person should look at twice in a text.</summary>
public enum TextWarning
{
    /// <summary>A person or a group can be reached by it.</summary>
    Account,

    /// <summary>A link to a chat in Telegram.</summary>
    Invite,

    Phone,
    PlainHttp,

    /// <summary>Letters that cannot be seen: they can turn a text around or hide a word.</summary>
    Hidden,
}

/// <summary>
/// Reads a text for what endangers people: names of accounts, invitations, telephone numbers, links that are not https. It
/// warns and forbids nothing, because people decide.
/// </summary>
public static partial class TextWarnings
{
    public static IReadOnlyList<TextWarning> Of(string text)
    {
        var warnings = new List<TextWarning>();
        if (Account().IsMatch(text)) warnings.Add(TextWarning.Account);
        if (Invite().IsMatch(text)) warnings.Add(TextWarning.Invite);
        if (Phone().IsMatch(text)) warnings.Add(TextWarning.Phone);
        if (text.Contains("http://", StringComparison.OrdinalIgnoreCase)) warnings.Add(TextWarning.PlainHttp);
        if (text.Any(IsHidden)) warnings.Add(TextWarning.Hidden);
        return warnings;
    }

    /// <summary>The host of every address in a text, each once.</summary>
    public static IReadOnlyList<string> Hosts(string text) =>
        [.. Address().Matches(text)
            .Select(match => Uri.TryCreate(match.Value, UriKind.Absolute, out var address) ? address.IdnHost : null)
            .OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>A typed text without what cannot be seen, but with the joiner that Dari words need; null when nothing is left.</summary>
    public static string? Clean(string typed)
    {
        var kept = string.Concat(typed.ReplaceLineEndings("\n").Where(c => c == '\n' || !IsHidden(c))).Trim();
        return kept.Length == 0 ? null : kept;
    }

    // U+200C joins nothing and parts nothing but is how Dari is spelt.
    private static bool IsHidden(char c) => c != '\n' && c != '\u200C'
        && (char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format);

    [GeneratedRegex(@"(^|[^\w.])@[A-Za-z][A-Za-z0-9_]{3,}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Account();

    [GeneratedRegex(@"(t\.me|telegram\.me|telegram\.dog)/|tg://", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Invite();

    [GeneratedRegex(@"\d([\s().-]?\d){7,}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Phone();

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
