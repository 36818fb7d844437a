namespace StagingHarness.Execution.Ports;

/// <summary>Opens connections from the harness to members of the stage, wherever these are.</summary>
public interface IDialer
{
    /// <summary>A connected stream; disposing it closes the connection.</summary>
    /// <param name="host">As in the address that an instance gives: a loopback address, or a name on the stage.</param>
    /// <param name="port">1 to 65535.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="System.Net.Sockets.SocketException">The connection did not come about, as told by whoever tried.</exception>
    /// <exception cref="IOException">The way to the stage is broken.</exception>
    Task<Stream> ConnectAsync(string host, int port, CancellationToken cancellationToken);
}
