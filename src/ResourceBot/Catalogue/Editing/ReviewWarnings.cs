using System.Globalization;
using System.Net;
using ResourceBot.Catalogue.Links;

namespace ResourceBot.Catalogue.Editing;

/// <summary>What a reviewer should look at twice. Rules warn; people decide.</summary>
public enum ReviewWarning
{
    NotHttps,
    NumericHost,
    ForeignLetters,
    ShortLink,
    NameBeforeAt,
    HiddenLetters,
    OneSource,
}

public static class ReviewWarnings
{
    /// <param name="resource">As it would be published.</param>
    public static IReadOnlyList<ReviewWarning> Of(Resource resource)
    {
        var addresses = Addresses(resource);
        var texts = resource.Texts.Values.SelectMany(text => new[] { text.Title, text.Summary, text.Who, text.How, text.Safety ?? "" })
            .Append(resource.Provider);
        var warnings = new List<ReviewWarning>();
        Add(ReviewWarning.NotHttps, addresses.Any(address => address.Scheme != Uri.UriSchemeHttps));
        Add(ReviewWarning.NumericHost, addresses.Any(address => IPAddress.TryParse(address.Host.Trim('[', ']'), out _)));
        Add(ReviewWarning.ForeignLetters, addresses.Any(address => address.IdnHost.Split('.').Any(label => label.StartsWith("xn--", StringComparison.Ordinal))));
        Add(ReviewWarning.ShortLink, addresses.Any(address => PastedLink.Shortens(LinkNeighbours.Site(address.OriginalString))));
        Add(ReviewWarning.NameBeforeAt, addresses.Any(address => address.UserInfo.Length > 0));
        Add(ReviewWarning.HiddenLetters, texts.Any(text => text.Any(IsHidden)));
        Add(ReviewWarning.OneSource, resource.Evidence.Select(evidence => evidence.Source).Distinct(StringComparer.Ordinal).Count() < 2);
        return warnings;

        void Add(ReviewWarning warning, bool holds)
        {
            if (holds) warnings.Add(warning);
        }
    }

    /// <summary>Every host that the entry names.</summary>
    public static IReadOnlyList<string> Hosts(Resource resource) =>
        [.. Addresses(resource).Select(address => address.IdnHost).Distinct(StringComparer.Ordinal)];

    /// <summary>A text on one line, in which letters that cannot be seen are spelt out, such as ⟦U+202E⟧.</summary>
    public static string Reveal(string text) =>
        string.Concat(text.Select(c => c == '\n' ? " ↵ " : IsHidden(c) ? $"⟦U+{(int)c:X4}⟧" : c.ToString(CultureInfo.InvariantCulture)));

    private static List<Uri> Addresses(Resource resource) =>
    [
        .. resource.Channels.Form.Concat(resource.Channels.WhatsApp).Concat(resource.Channels.Signal).Concat(resource.Channels.Telegram)
            .Concat(resource.Evidence.Select(evidence => evidence.Source))
            .Select(text => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null)
            .Prepend(resource.Link).OfType<Uri>(),
    ];

    // The two joiners are spelling in Dari and Pashto; the long texts may have several lines.
    private static bool IsHidden(char c) =>
        c is not ('\u200C' or '\u200D' or '\n') && (char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format);
}
