using System.Net;
using System.Net.Sockets;
using ResourceBot.Catalogue.Links;

namespace ResourceBot.Host.Links;

/// <summary>Where the link checker may go, as a value, so that tests can let it at a server on this machine and at nothing else.</summary>
/// <param name="MayAsk">Whether an address may be connected to.</param>
/// <param name="MayUsePort">Whether a port may.</param>
/// <param name="ResolveAsync">All addresses of a name; throws <see cref="SocketException"/> when there is none.</param>
internal sealed record AddressRules(
    Func<IPAddress, bool> MayAsk, Func<int, bool> MayUsePort, Func<string, CancellationToken, Task<IPAddress[]>> ResolveAsync)
{
    public static AddressRules Public { get; } = new(PublicAddress.Is, port => port is 80 or 443, Dns.GetHostAddressesAsync);
}
