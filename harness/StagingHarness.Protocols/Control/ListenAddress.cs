using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace StagingHarness.Protocols.Control;

/// <summary>An address to bind: <c>http://IP:PORT</c>, nothing else, so that a program never listens wider than it was told.</summary>
public sealed record ListenAddress(IPAddress Address, int Port)
{
    public IPEndPoint EndPoint => new(Address, Port);

    public static bool TryParse(string? value, [NotNullWhen(true)] out ListenAddress? address)
    {
        address = null;
        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri)
            || uri.Scheme != Uri.UriSchemeHttp
            || uri.PathAndQuery != "/"
            || !IPAddress.TryParse(uri.IdnHost, out var ip))
        {
            return false;
        }

        address = new ListenAddress(ip, uri.Port);
        return true;
    }

    public override string ToString() => $"http://{EndPoint}";
}
