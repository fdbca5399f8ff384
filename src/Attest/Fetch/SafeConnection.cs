using System.Net;
using System.Net.Sockets;
using Attest.Engine.Gathering.Manners;

namespace Attest.Fetch;

/// <summary>A host's address is not of the open web.</summary>
internal sealed class ClosedAddressException(string why) : IOException(why);

/// <summary>Looks up the addresses of a host.</summary>
internal delegate Task<IPAddress[]> LookUp(string host, CancellationToken cancel);

/// <summary>
/// Connects to a host only where every address that its name has is of the open web, unless an operator allowed the host by name. The addresses that
/// were judged are those that are connected to: a name that changes its answer in between gains nothing.
/// </summary>
internal sealed class SafeConnection(FetchSettings settings, LookUp? lookUp = null)
{
    private readonly LookUp lookUp = lookUp ?? Dns.GetHostAddressesAsync;

    /// <summary>Opens a connection.</summary>
    /// <exception cref="ClosedAddressException">The host is on a private or reserved network.</exception>
    /// <exception cref="SocketException">The host is unknown or does not answer.</exception>
    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        string host = context.DnsEndPoint.Host;
        var addresses = await lookUp(host, cancel);
        if (addresses.Length == 0)
            throw new SocketException((int)SocketError.HostNotFound);
        if (!settings.AllowedHosts.Contains(host))
            foreach (var address in addresses)
                if (AddressClasses.ClosedBecause(address) is { } why)
                    throw new ClosedAddressException($"{host} has the address {address}, which is {why}");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
