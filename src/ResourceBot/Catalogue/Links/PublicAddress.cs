using System.Net;
using System.Net.Sockets;

namespace ResourceBot.Catalogue.Links;

/// <summary>
/// Whether an address belongs to the public internet. What does not is never asked, because a link in the catalogue must not
/// become a way into the network that the bot runs in. From the special-purpose registries of IANA (RFC 6890 and later).
/// </summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic =
    [
        IPNetwork.Parse("0.0.0.0/8"),          // this network
        IPNetwork.Parse("10.0.0.0/8"),         // private
        IPNetwork.Parse("100.64.0.0/10"),      // behind a provider's address translation
        IPNetwork.Parse("127.0.0.0/8"),        // loopback
        IPNetwork.Parse("169.254.0.0/16"),     // link-local, and where clouds keep their metadata
        IPNetwork.Parse("172.16.0.0/12"),      // private
        IPNetwork.Parse("192.0.0.0/24"),       // protocol assignments
        IPNetwork.Parse("192.0.2.0/24"),       // documentation
        IPNetwork.Parse("192.88.99.0/24"),     // 6to4 relays, withdrawn
        IPNetwork.Parse("192.168.0.0/16"),     // private
        IPNetwork.Parse("198.18.0.0/15"),      // benchmarks
        IPNetwork.Parse("198.51.100.0/24"),    // documentation
        IPNetwork.Parse("203.0.113.0/24"),     // documentation
        IPNetwork.Parse("224.0.0.0/4"),        // multicast
        IPNetwork.Parse("240.0.0.0/4"),        // reserved, broadcast
    ];

    // Of IPv6 only 2000::/3 is given out; these parts of it are not, or carry an IPv4 address inside.
    private static readonly IPNetwork GivenOut = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] NotPublic6 =
    [
        IPNetwork.Parse("2001::/23"),          // protocol assignments, among them Teredo
        IPNetwork.Parse("2001:db8::/32"),      // documentation
        IPNetwork.Parse("2002::/16"),          // 6to4: an IPv4 address inside
        IPNetwork.Parse("3fff::/20"),          // documentation
    ];

    // 64:ff9b::/96 (RFC 6052): the way to IPv4 of networks that have none of their own.
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return Is(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetwork) return !NotPublic.Any(network => network.Contains(address));
        if (Translated.Contains(address)) return Is(new IPAddress(address.GetAddressBytes()[12..]));
        return GivenOut.Contains(address) && !NotPublic6.Any(network => network.Contains(address));
    }
}
