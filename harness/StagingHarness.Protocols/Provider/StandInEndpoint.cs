using System.Collections.Immutable;

namespace StagingHarness.Protocols.Provider;

/// <summary>The endpoints of the stand-in, by the names under which their calls are counted and their rules are given.</summary>
public static class StandInEndpoint
{
    public const string Discovery = "discovery";

    public const string KeySet = "jwks";

    public const string Token = "token";

    /// <summary>Name to path, unless a rule moves it.</summary>
    public static ImmutableSortedDictionary<string, string> Paths { get; } = new Dictionary<string, string>
    {
        [Discovery] = "/.well-known/openid-configuration",
        [KeySet] = "/jwks",
        [Token] = "/token",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
