using System.Globalization;
using System.Net;
using System.Text;
using ResourceBot.Catalogue.Search;

namespace ResourceBot.Catalogue.Links;

/// <summary>
/// A link in a message, read without opening it, as a browser reads it (WHATWG URL Standard): what a browser would take for the
/// host is judged, whatever the eye takes for it.
/// </summary>
/// <param name="Host">Lower case, ASCII (punycode), without <c>www.</c>.</param>
/// <param name="Path">With its leading slash.</param>
/// <param name="Signs">What is suspicious about it and the words around it.</param>
public sealed record PastedLink(string Host, string Path, LinkSigns Signs)
{
    /// <summary>Of longer hosts the end is kept, for it says whose they are; no more fits a button.</summary>
    public const int LongestHost = 48;

    // More links than these nobody pastes to ask about them.
    private const int MostLinks = 10;

    // A longer message is read no further; Telegram's own limit.
    private const int LongestText = 4096;

    private static readonly string[] Schemes = ["https", "http"];

    // What stands around a link in a sentence, in all its scripts.
    private static readonly char[] Punctuation =
        ['.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '{', '}', '<', '>', '"', '\'', '«', '»', '“', '”', '‘', '’', '،', '؛', '؟', '*', '`', '…'];

    // Marks with which a telephone keeps a line in its direction; around a link they hide nothing.
    private static readonly char[] Direction = ['\u200E', '\u200F', '\u061C', '\u202A', '\u202B', '\u202C', '\u2066', '\u2067', '\u2068', '\u2069', '\uFEFF', '\u200B'];

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

    /// <param name="host">Without <c>www.</c>.</param>
    public static bool Shortens(string host) => Shorteners.Contains(host);

    /// <summary>The links of a message, in their order; none when it has none.</summary>
    public static IReadOnlyList<PastedLink> FindAll(string text)
    {
        var links = new List<PastedLink>();
        var others = new StringBuilder();
        foreach (var run in (text.Length > LongestText ? text[..LongestText] : text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (links.Count < MostLinks && Read(run) is { } link) links.Add(link);
            else others.Append(run).Append(' ');
        }

        if (links.Count == 0) return [];
        var around = Around(others.ToString());
        return [.. links.Select(link => link with { Signs = link.Signs | around }).DistinctBy(link => (link.Host, link.Path))];
    }

    // Letters that nobody sees, and dots of other scripts, which a browser takes for a dot (UTS 46).
    private static PastedLink? Read(string run)
    {
        var seen = new StringBuilder(run.Length);
        foreach (var c in run)
        {
            if (char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control)) seen.Append(c is '。' or '．' or '｡' ? '.' : c);
        }

        var plain = seen.ToString();
        return Parse(plain) is { } link ? link with { Signs = link.Signs | (plain == run.Trim(Direction) ? LinkSigns.None : LinkSigns.HiddenHost) } : null;
    }

    private static PastedLink? Parse(string run)
    {
        var (scheme, rest) = SplitScheme(run);
        var end = rest.IndexOfAny(['/', '\\', '?', '#']);
        var (authority, path) = end < 0 ? (rest, "") : (rest[..end], rest[end..]);
        var at = authority.LastIndexOf('@');
        // A bare name@host is an e-mail address, not a link.
        if (at >= 0 && scheme.Length == 0) return null;
        var written = authority[(at + 1)..];
        var signs = scheme == "http" ? LinkSigns.Plain : LinkSigns.None;
        if (at >= 0 || written.Contains('%', StringComparison.Ordinal)) signs |= LinkSigns.HiddenHost;
        return ReadHost(Uri.UnescapeDataString(written).ToLowerInvariant(), scheme.Length > 0, path.Length > 0) is var (host, hostSigns)
            ? new PastedLink(host.Length > LongestHost ? host[^LongestHost..] : host, path, signs | hostSigns | (host.Length > LongestHost ? LinkSigns.HiddenHost : LinkSigns.None))
            : null;
    }

    // A browser forgives how many slashes follow, and which way they lean.
    private static (string Scheme, string Link) SplitScheme(string run)
    {
        var (scheme, at) = Schemes.Select(scheme => (scheme, At: run.IndexOf(scheme + ":", StringComparison.OrdinalIgnoreCase)))
            .Where(found => found.At >= 0).OrderBy(found => found.At).FirstOrDefault(("", -1));
        return at < 0 ? ("", run.Trim(Punctuation)) : (scheme, run[(at + scheme.Length + 1)..].TrimStart('/', '\\').TrimEnd(Punctuation));
    }

    private static (string Name, LinkSigns Signs)? ReadHost(string written, bool hasScheme, bool hasPath)
    {
        if (written.StartsWith('[') && hasScheme) return (Safe(written.Trim('[', ']')), LinkSigns.NumberForName);
        var name = written.Split(':')[0].Trim('.');
        if (name.Length == 0 || (!hasScheme && !name.Contains('.', StringComparison.Ordinal))) return null;
        // "3.5" would pass for an address too.
        var isNumber = IPAddress.TryParse(name, out _) && (hasScheme || name.Count(c => c == '.') == 3);
        var ascii = ToAscii(name);
        if (!hasScheme && !isNumber && (ascii is null || !LooksLikeHost(ascii, hasPath))) return null;
        var bare = ascii is not null && ascii.StartsWith("www.", StringComparison.Ordinal) ? ascii[4..] : ascii ?? Safe(name);
        return (bare, (ascii is null ? LinkSigns.HiddenHost : LinkSigns.None)
            | (isNumber ? LinkSigns.NumberForName : LinkSigns.None)
            | (bare.Split('.').Any(label => label.StartsWith("xn--", StringComparison.Ordinal)) ? LinkSigns.ForeignLetters : LinkSigns.None)
            | (Shorteners.Contains(bare) ? LinkSigns.Shortener : LinkSigns.None));
    }

    /// <returns>Null for what is no name of a host, such as one with two dots in a row or with a bracket in it.</returns>
    private static string? ToAscii(string host)
    {
        if (!host.All(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '.' or '-' or '_')) return null;
        try
        {
            return new IdnMapping { AllowUnassigned = true }.GetAscii(host);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Only for showing; what had other letters in it is never known.
    private static string Safe(string host) => string.Concat(host.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':' ? c : '-'));

    private static bool LooksLikeHost(string host, bool hasPath)
    {
        var bare = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        if (Shorteners.Contains(bare) || KnownHosts.IsShared(bare) || bare.Length < host.Length) return true;
        var labels = host.Split('.');
        if (!labels[^1].All(char.IsAsciiLetter) && !labels[^1].StartsWith("xn--", StringComparison.Ordinal)) return false;
        return hasPath ? labels[^1].Length >= 2
            : labels[0].Length >= 2 && (Endings.Contains(labels[^1]) || (labels[^1].Length == 2 && labels[0].Length >= 3));
    }

    private static LinkSigns Around(string words)
    {
        var folded = Folding.Fold(words);
        return folded.Contains('$', StringComparison.Ordinal) || Tokens.Split(folded).Any(token => FeeWords.Contains(token.Text))
            ? LinkSigns.Fee
            : LinkSigns.None;
    }
}
