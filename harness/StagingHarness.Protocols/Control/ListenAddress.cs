using System.Net;

namespace StagingHarness.Protocols.Control;

/// <summary>An address to bind, and nothing wider: one IP address and a port.</summary>
public sealed record ListenAddress(IPAddress Address, int Port)
{
    public IPEndPoint EndPoint => new(Address, Port);

    public override string ToString() => $"http://{EndPoint}";
}
