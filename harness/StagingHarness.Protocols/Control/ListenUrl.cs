using System.Diagnostics.CodeAnalysis;

namespace StagingHarness.Protocols.Control;

/// <summary>
/// What a program is told to bind: <c>http://IP:PORT</c>, or <c>http://NAME:PORT</c> where the name leads to one address of
/// its own; nothing else, so that a program never listens wider than it was told.
/// </summary>
/// <param name="Host">IP address, or name.</param>
/// <param name="Port">1 to 65535.</param>
public sealed record ListenUrl(string Host, int Port)
{
    public static bool TryParse(string? value, [NotNullWhen(true)] out ListenUrl? url)
    {
        url = null;
        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri)
            || uri.Scheme != Uri.UriSchemeHttp
            || uri.PathAndQuery != "/"
            || uri is not { UserInfo: "", Fragment: "", Port: > 0 }
            || uri.HostNameType is not (UriHostNameType.IPv4 or UriHostNameType.IPv6 or UriHostNameType.Dns))
        {
            return false;
        }

        url = new ListenUrl(uri.IdnHost, uri.Port);
        return true;
    }

    public override string ToString() => $"http://{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}";
}
