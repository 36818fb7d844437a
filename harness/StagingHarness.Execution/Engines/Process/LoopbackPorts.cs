using System.Net;
using System.Net.Sockets;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>
/// Lets the system choose. Between choosing and use another process may take the port, hence the retry of the engine;
/// a port is given once, so that members of one stage never take it from each other.
/// </summary>
internal sealed class LoopbackPorts : IPortSource
{
    private readonly Lock _lock = new();
    private readonly HashSet<int> _given = [];

    public int Next()
    {
        lock (_lock)
        {
            while (true)
            {
                using var listener = new TcpListener(IPAddress.Loopback, 0);
                listener.Start();
                var port = ((IPEndPoint)listener.LocalEndpoint).Port;
                if (_given.Add(port))
                {
                    return port;
                }
            }
        }
    }
}
