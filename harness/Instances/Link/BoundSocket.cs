using System.Net;
using System.Net.Sockets;

namespace StagingHarness.Link;

/// <summary>Makes sockets that listen.</summary>
internal static class BoundSocket
{
    /// <exception cref="IOException">The address cannot be bound.</exception>
    public static Socket Listen(IPEndPoint address)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(address);
            socket.Listen();
            return socket;
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            throw new IOException($"Failed to bind to address {address}: {exception.Message}.", exception);
        }
    }
}
