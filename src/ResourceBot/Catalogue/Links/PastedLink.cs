using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ResourceBot.Catalogue.Search;

namespace ResourceBot.Catalogue.Links;

/// <summary>A link in a message, read without opening it.</summary>
/// <param name="Host">Lower case, ASCII (punycode), without <c>www.</c>.</param>
/// <param name="Path">With its leading slash.</param>
/// <param name="Signs">What is suspicious about it and the words around it.</param>
public sealed partial record PastedLink(string Host, string Path, LinkSigns Signs)
{
    /// <summary>Longer hosts are cut: no more fits a button, and no real one is that long.</summary>
    public const int LongestHost = 48;

    // A longer message is read no further; Telegram's own limit.
    private const int LongestText = 4096;

    private static readonly HashSet<string> Shorteners = new(
    [
        "bit.ly", "tinyurl.com", "t.co", "goo.gl", "is.gd", "ow.ly", "cutt.ly", "rb.gy", "shorturl.at", "rebrand.ly", "tiny.cc", "s.id", "v.gd",
        "buff.ly", "lnkd.in", "shorturl.asia", "t.ly", "bl.ink", "clck.ru", "yun.ir", "b2n.ir", "qr.ae", "surl.li", "urlz.fr", "u.to", "adf.ly",
    ], StringComparer.Ordinal);

    private static readonly HashSet<string> FeeWords = new(
        new[]
        {
            "fee", "fees", "pay", "payment", "deposit", "dollar", "dollars", "usd", "afn", "western", "moneygram", "hawala", "crypto", "bitcoin",
            "usdt", "charge", "transfer", "فیس", "پول", "پرداخت", "بپردازید", "دالر", "افغانی", "حواله", "صرافی", "کمیسیون", "تضمین",
            "پیسې", "ورکړئ", "ډالر", "افغانۍ", "حوالې", "hawale", "paisa", "pul", "$",
        }.Select(word => Folding.Fold(word)), StringComparer.Ordinal);

    // Without a scheme only what ends like an address is one: "b.sc" and "ph.d" are not.
    private static readonly HashSet<string> Endings = new(
        ["com", "org", "net", "info", "edu", "gov", "int", "xyz", "online", "site", "top", "club", "live", "app", "dev", "link", "shop", "store", "icu", "vip", "biz"],
        StringComparer.Ordinal);

    public bool IsShortener => Signs.HasFlag(LinkSigns.Shortener);

    /// <summary>The first link of a message; null when it has none.</summary>
    public static PastedLink? Find(string text)
    {
        var read = text.Length > LongestText ? text[..LongestText] : text;
        foreach (Match match in Link().Matches(read))
        {
            if (Parse(match) is { } link) return link with { Signs = link.Signs | Around(read.Remove(match.Index, match.Length)) };
        }

        return null;
    }

    private static PastedLink? Parse(Match match)
    {
        var scheme = match.Groups["scheme"].Value.ToLowerInvariant();
        var authority = match.Groups["authority"].Value;
        var at = authority.LastIndexOf('@');
        // A bare name@host is an e-mail address, not a link.
        if (at >= 0 && scheme.Length == 0) return null;
        var written = authority[(at + 1)..].Split(':')[0].Trim('.').ToLowerInvariant();
        if (ToAscii(written) is not { } host) return null;
        // "3.5" would pass for an address too.
        var isNumber = host.Count(c => c == '.') == 3 && IPAddress.TryParse(host, out _);
        if (scheme.Length == 0 && !isNumber && !LooksLikeHost(host)) return null;
        var bare = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        var signs = (scheme == "http://" ? LinkSigns.Plain : LinkSigns.None)
            | (at >= 0 ? LinkSigns.HiddenHost : LinkSigns.None)
            | (isNumber ? LinkSigns.NumberForName : LinkSigns.None)
            | (bare.Split('.').Any(label => label.StartsWith("xn--", StringComparison.Ordinal)) ? LinkSigns.ForeignLetters : LinkSigns.None)
            | (Shorteners.Contains(bare) ? LinkSigns.Shortener : LinkSigns.None);
        return new PastedLink(bare.Length > LongestHost ? bare[..LongestHost] : bare, match.Groups["path"].Value, signs);
    }

    private static string? ToAscii(string host)
    {
        if (host.Length == 0 || !host.Contains('.', StringComparison.Ordinal)) return null;
        try
        {
            return new IdnMapping { AllowUnassigned = true }.GetAscii(host);
        }
        catch (ArgumentException)
        {
            // No name of a host, such as one with two dots in a row.
            return null;
        }
    }

    private static bool LooksLikeHost(string host)
    {
        var labels = host.Split('.');
        return labels[0].Length >= 2
            && (host.StartsWith("www.", StringComparison.Ordinal) || Endings.Contains(labels[^1]) || (labels[^1].Length == 2 && labels[0].Length >= 3));
    }

    private static LinkSigns Around(string words)
    {
        var folded = Folding.Fold(words);
        return folded.Contains('$', StringComparison.Ordinal) || Tokens.Split(folded).Any(token => FeeWords.Contains(token.Text))
            ? LinkSigns.Fee
            : LinkSigns.None;
    }

    [GeneratedRegex(@"(?<scheme>https?://)?(?<authority>[\p{L}\p{N}._~%!$&'*+=@:-]+\.[\p{L}\p{N}._~%@:-]*[\p{L}\p{N}])(?<path>[/?#]\S*)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
