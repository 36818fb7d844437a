using System.Net.Sockets;
using StagingHarness.Execution.Ports;

namespace StagingHarness.Execution.Dialing;

/// <summary>Connects as this machine does: for stages whose members listen on its loopback.</summary>
public sealed class DirectDialer : IDialer
{
    public async Task<Stream> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
