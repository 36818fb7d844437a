using System.Security.Cryptography;
using StagingHarness.Generator.Sending;
using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Generator.Control;

/// <summary>Whether as many connections can be opened as are ordered, and those that are to be secured trust somebody.</summary>
internal static class ConnectionCheck
{
    public const int MostConnections = 4096;

    /// <summary>Null when the order can be kept.</summary>
    public static string? FindProblem(GeneratorOrder order)
    {
        if (order.Connections is not (> 0 and <= MostConnections))
        {
            return $"Connections '{order.Connections}' is out of range; give 1 to {MostConnections}.";
        }

        var most = order.Http == ClientHttp.Http2 ? MostConnections / order.Connections : 1;
        if (order.RequestsAtATime < 1 || order.RequestsAtATime > most)
        {
            return $"Requests at a time '{order.RequestsAtATime}' is out of range; on each of {order.Connections} connections of this version of HTTP, give 1 to {most}.";
        }

        return order.Target.Scheme == Uri.UriSchemeHttps && order.TrustedRoots.IsDefaultOrEmpty
            ? $"Target '{order.Target}' is secured, and the order trusts no CA; give the one that issued its certificate."
            : FindUnreadable(order);
    }

    private static string? FindUnreadable(GeneratorOrder order)
    {
        try
        {
            Trust.Of(order.TrustedRoots);
            return null;
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return $"A CA that is to be trusted cannot be read: {exception.Message} Give its certificate, DER in Base64.";
        }
    }
}
