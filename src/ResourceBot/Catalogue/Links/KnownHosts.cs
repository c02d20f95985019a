using System.Globalization;
using System.Text;
using ResourceBot.Catalogue.Search;

namespace ResourceBot.Catalogue.Links;

/// <summary>The hosts of the catalogue's entries, and what looks like one of them.</summary>
public sealed class KnownHosts
{
    // Anybody can have a page there, so the host says nothing of whose page it is.
    private static readonly HashSet<string> Shared = new(
    [
        "google.com", "forms.gle", "facebook.com", "t.me", "telegram.me", "instagram.com", "youtube.com", "youtu.be", "wa.me", "whatsapp.com",
        "linkedin.com", "twitter.com", "x.com", "wordpress.com", "blogspot.com", "github.io", "github.com", "linktr.ee", "apple.com", "medium.com",
        "wixsite.com", "weebly.com", "webnode.page", "netlify.app", "vercel.app", "pages.dev", "web.app", "firebaseapp.com", "glitch.me", "carrd.co", "telegra.ph", "tiktok.com", "typeform.com", "airtable.com", "jotform.com", "microsoft.com", "office.com", "notion.site", "sites.google.com",
    ], StringComparer.Ordinal);

    // Under these, in the second place from the end, names are given out like at the end: le.ac.uk is not ac.uk.
    private static readonly HashSet<string> SecondPlaces = new(["ac", "co", "com", "edu", "gov", "go", "gob", "net", "org", "or"], StringComparer.Ordinal);

    private const int ShortestName = 4;
    private const int ShortestUnderAnyEnding = 5;
    private const int TwoMistakesFrom = 9;

    private readonly Dictionary<string, List<Resource>> _byDomain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Resource>> _byPage = new(StringComparer.Ordinal);

    public KnownHosts(IReadOnlyList<Resource> entries)
    {
        foreach (var entry in entries)
        {
            foreach (var address in Addresses(entry))
            {
                var host = Bare(address.IdnHost);
                if (IsShared(host)) Put(_byPage, Page(host, address.PathAndQuery), entry);
                else Put(_byDomain, Domain(host), entry);
            }
        }
    }

    /// <summary>The entries that a link belongs to; none when it is unknown.</summary>
    public IReadOnlyList<Resource> Find(string host, string path) =>
        IsShared(host)
            ? _byPage.GetValueOrDefault(Page(host, path)) ?? []
            : _byDomain.GetValueOrDefault(Domain(host)) ?? [];

    /// <summary>The known host that a foreign one imitates; null when it imitates none.</summary>
    public string? ImitatedBy(string host)
    {
        var domain = Domain(host);
        if (_byDomain.ContainsKey(domain) || IsShared(host)) return null;
        var shape = Shape(domain);
        return _byDomain.Keys.FirstOrDefault(known => shape == Shape(known))
            ?? _byDomain.Keys.FirstOrDefault(known => IsNear(shape, Shape(known)))
            ?? _byDomain.Keys.FirstOrDefault(known => Contains(host, known));
    }

    private static IEnumerable<Uri> Addresses(Resource entry)
    {
        if (entry.Link is { } link) yield return link;
        foreach (var text in entry.Channels.Form.Concat(entry.Channels.WhatsApp).Concat(entry.Channels.Signal).Concat(entry.Channels.Telegram))
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") yield return address;
        }
    }

    /// <summary>Whether anybody can have a page there.</summary>
    public static bool IsShared(string host) => Shared.Contains(host) || Shared.Contains(Domain(host));

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    private static string Page(string host, string path) => Bare(host) + path.TrimEnd('/');

    // What somebody registered: the last two names, or three where the last but one is given out to everybody.
    private static string Domain(string host)
    {
        var names = host.Split('.');
        if (names.Length <= 2) return host;
        var count = names[^1].Length == 2 && SecondPlaces.Contains(names[^2]) ? 3 : 2;
        return string.Join('.', names[^Math.Min(count, names.Length)..]);
    }

    private static string Name(string domain) => domain[..domain.IndexOf('.', StringComparison.Ordinal)];

    // The official name inside another address: daad-scholarship.com, daad.de.apply.xyz.
    private static bool Contains(string host, string known)
    {
        var name = Name(known);
        return host.Contains(known, StringComparison.Ordinal)
            || (name.Length >= 4 && host.Split('.', '-').Contains(name, StringComparer.Ordinal));
    }

    // A short name is a letter away from many; only under the same ending does it pass for the other.
    private static bool IsNear(string domain, string known)
    {
        var (name, knownName) = (Name(domain), Name(known));
        if (name == knownName || knownName.Length < ShortestName || Math.Max(name.Length, knownName.Length) > EditDistance.Longest) return false;
        if (knownName.Length < ShortestUnderAnyEnding && domain[name.Length..] != known[knownName.Length..]) return false;
        var most = knownName.Length >= TwoMistakesFrom ? 2 : 1;
        return Math.Abs(name.Length - knownName.Length) <= 1 && EditDistance.Between(name, knownName, most) <= most;
    }

    // How an address looks: letters of other alphabets, digits for letters, two letters for one.
    private static string Shape(string domain)
    {
        var shape = new StringBuilder(domain.Length);
        foreach (var c in Decode(domain).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            shape.Append(c switch
            {
                'а' or 'α' => 'a',
                'е' or 'ε' => 'e',
                'о' or 'ο' or '0' => 'o',
                'р' or 'ρ' => 'p',
                'с' or 'ϲ' => 'c',
                'у' or 'γ' => 'y',
                'х' or 'χ' => 'x',
                'і' or 'ı' or '1' or 'l' or '|' or 'ι' => 'i',
                'ѕ' or '5' => 's',
                'ԁ' => 'd',
                'һ' => 'h',
                'ј' => 'j',
                'к' or 'κ' => 'k',
                'м' => 'm',
                'т' or 'τ' => 't',
                'в' => 'b',
                'н' => 'h',
                'ո' => 'n',
                'ν' => 'v',
                '3' => 'e',
                '4' => 'a',
                _ => c,
            });
        }

        // cl looks like d, and an l has become an i by now.
        return shape.ToString().Replace("rn", "m", StringComparison.Ordinal).Replace("vv", "w", StringComparison.Ordinal).Replace("ci", "d", StringComparison.Ordinal);
    }

    private static string Decode(string domain)
    {
        try
        {
            return new IdnMapping { AllowUnassigned = true }.GetUnicode(domain);
        }
        catch (ArgumentException)
        {
            // Not a name that anybody could have registered; it looks like what it is.
            return domain;
        }
    }

    private static void Put(Dictionary<string, List<Resource>> into, string key, Resource entry)
    {
        if (!into.TryGetValue(key, out var entries)) into[key] = entries = [];
        if (!entries.Contains(entry)) entries.Add(entry);
    }
}
