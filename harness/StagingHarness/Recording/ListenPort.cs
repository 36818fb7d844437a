using System.Net;
using System.Net.Sockets;

namespace StagingHarness.Recording;

/// <summary>Where a recording listens.</summary>
internal static class ListenPort
{
    /// <summary>One that nobody has just now.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Names by which it may be called there: a listener answers to no other.</summary>
    public static string[] HostsOf(Uri address) => address.Host switch
    {
        "127.0.0.1" or "localhost" => ["127.0.0.1", "localhost"],
        "0.0.0.0" or "[::]" => ["*"],
        var host => [host],
    };
}
