using System.Globalization;
using System.Net;

namespace ResourceBot.LocalTelegram.BotApi.Messages;

/// <summary>What Telegram takes for an address.</summary>
internal static class LinkText
{
    private const string UserLink = "tg://user?id=";

    /// <summary>An address that is none gives no entity, and the text stays.</summary>
    public static Entity? EntityFor(string address, int offset, int length)
    {
        if (address.StartsWith(UserLink, StringComparison.OrdinalIgnoreCase)
            && long.TryParse(address.AsSpan(UserLink.Length), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return new Entity("text_mention", offset, length, address[UserLink.Length..]);
        return Normalize(address) is { } url ? new Entity("text_link", offset, length, url) : null;
    }

    /// <returns>The address with a scheme, or null when Telegram would not take it: no host name with a dot, another scheme.</returns>
    public static string? Normalize(string address)
    {
        address = address.Trim();
        if (address.StartsWith("tg://", StringComparison.OrdinalIgnoreCase)) return address.Length > 5 ? address : null;
        if (!address.Contains("://", StringComparison.Ordinal)) address = "http://" + address;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return null;
        if (uri.Scheme is not ("http" or "https" or "ftp" or "ton" or "tonsite")) return null;
        if (address.AsSpan().IndexOfAny(' ', '\n', '\t') >= 0) return null;
        var host = uri.Host;
        var hasDomain = host.Contains('.', StringComparison.Ordinal) && !host.EndsWith('.') && host[0] != '.';
        return hasDomain || IPAddress.TryParse(host.Trim('[', ']'), out _) ? address : null;
    }
}
