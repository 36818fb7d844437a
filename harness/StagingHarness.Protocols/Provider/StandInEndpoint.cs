using System.Collections.Immutable;

namespace StagingHarness.Protocols.Provider;

/// <summary>The endpoints of the stand-in, by the names under which their calls are counted and their rules are given.</summary>
public static class StandInEndpoint
{
    public const string Discovery = "discovery";

    public const string KeySet = "jwks";

    public const string Token = "token";

    public const string Authorize = "authorize";

    public const string Login = "login";

    public const string UserInfo = "userinfo";

    public const string Introspection = "introspection";

    public const string Revocation = "revocation";

    public const string EndSession = "end-session";

    /// <summary>Where a device that has no browser gets its codes (RFC 8628).</summary>
    public const string DeviceAuthorization = "device-authorization";

    /// <summary>Where its user types one of them.</summary>
    public const string Device = "device";

    /// <summary>Only there when a facet says so.</summary>
    public const string Par = "par";

    /// <summary>Name to path, unless a rule moves it.</summary>
    public static ImmutableSortedDictionary<string, string> Paths { get; } = new Dictionary<string, string>
    {
        [Discovery] = "/.well-known/openid-configuration",
        [KeySet] = "/jwks",
        [Token] = "/token",
        [Authorize] = "/authorize",
        [Login] = "/login",
        [UserInfo] = "/userinfo",
        [Introspection] = "/introspect",
        [Revocation] = "/revoke",
        [EndSession] = "/logout",
        [DeviceAuthorization] = "/device_authorization",
        [Device] = "/device",
        [Par] = "/par",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Of the one that answers at a path unless a rule moves it; null where none does.</summary>
    public static string? NameAt(string path) => Paths.FirstOrDefault(endpoint => endpoint.Value == path).Key;
}
