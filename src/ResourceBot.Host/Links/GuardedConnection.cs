using System.Net;
using System.Net.Sockets;

namespace ResourceBot.Host.Links;

/// <summary>An address at which the link checker may not knock.</summary>
internal sealed class NotPublicException() : Exception("The name leads to an address that is not public.");

/// <summary>
/// Opens connections for the link checker. A name is resolved once, all its addresses are looked at, and one of exactly these
/// is connected to: a name server that changes its mind in between (DNS rebinding) gains nothing.
/// </summary>
internal sealed class GuardedConnection(AddressRules rules)
{
    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>, which is asked for every connection, redirected or not.</summary>
    /// <exception cref="NotPublicException">One of the addresses is not public.</exception>
    /// <exception cref="SocketException">There is no such name, or nobody listens.</exception>
    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var target = context.DnsEndPoint;
        var addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await rules.ResolveAsync(target.Host, cancellation);
        // One inside address among public ones is reason enough: nobody honest publishes such a name.
        if (addresses.Length == 0 || !addresses.All(rules.MayAsk) || !rules.MayUsePort(target.Port)) throw new NotPublicException();

        SocketException? last = null;
        // IPv4 first: where there is no IPv6, trying it costs time.
        foreach (var address in addresses.OrderBy(address => address.AddressFamily == AddressFamily.InterNetworkV6))
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, target.Port), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException failure)
            {
                socket.Dispose();
                last = failure;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last!;
    }
}
