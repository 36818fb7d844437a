using System.Net.Sockets;
using StagingHarness.Protocols.Control;

namespace StagingHarness.StandIn.Stubs;

/// <summary>Binds an address once and lets it go: WireMock notices only after ten seconds that it could not.</summary>
internal static class BindProbe
{
    /// <exception cref="IOException">The address cannot be bound.</exception>
    public static void Try(ListenAddress address)
    {
        using var socket = new Socket(address.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(address.EndPoint);
            socket.Listen();
        }
        catch (SocketException exception)
        {
            var reason = exception.SocketErrorCode == SocketError.AddressAlreadyInUse ? "address already in use" : exception.Message;
            throw new IOException($"Failed to bind to address {address}: {reason}.", exception);
        }
    }
}
