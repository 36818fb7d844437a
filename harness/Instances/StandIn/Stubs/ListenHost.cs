using System.Net;
using System.Net.Sockets;

namespace StagingHarness.StandIn.Stubs;

/// <summary>How WireMock has to read the host of an address, so that it binds that address and no other.</summary>
internal static class ListenHost
{
    /// <summary>
    /// WireMock binds ::1 too when the host reads 127.0.0.1, and :: instead when it reads 0.0.0.0; the short spellings of the
    /// same addresses bind only these.
    /// </summary>
    public static string Spell(IPAddress address) => address switch
    {
        _ when address.Equals(IPAddress.Loopback) => "127.1",
        _ when address.Equals(IPAddress.Any) => "0.0",
        { AddressFamily: AddressFamily.InterNetworkV6 } => $"[{address}]",
        _ => address.ToString(),
    };
}
