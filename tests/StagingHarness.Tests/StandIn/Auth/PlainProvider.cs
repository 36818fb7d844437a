using System.Collections.Immutable;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.Tests.StandIn.Auth;

/// <summary>A provider that nobody has changed.</summary>
internal static class PlainProvider
{
    public static AuthState Of(SigningKey key, string client = "web", string secret = "secret") => new()
    {
        Issuer = "http://issuer.example",
        Audience = "portal",
        TokenLifetime = TimeSpan.FromMinutes(5),
        Clients = ImmutableSortedDictionary<string, string>.Empty.Add(client, secret),
        Signing = key,
        Published = [key],
    };
}
