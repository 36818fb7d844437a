using System.Collections.Immutable;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.StandIn.Auth.State;

/// <summary>All that the provider's answers depend on, at one moment. Each member is a facet that can be exchanged.</summary>
internal sealed record AuthState
{
    /// <summary>Without a slash at its end.</summary>
    public required string Issuer { get; init; }

    public required string Audience { get; init; }

    public required TimeSpan TokenLifetime { get; init; }

    /// <summary>How far the provider's clock goes ahead of true time; negative, behind it.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>Client id to secret.</summary>
    public required ImmutableSortedDictionary<string, string> Clients { get; init; }

    /// <summary>Who signs in, and for which of the clients.</summary>
    public SignInSetup SignIn { get; init; } = new();

    /// <summary>Signs new tokens.</summary>
    public required SigningKey Signing { get; init; }

    /// <summary>Keys whose tokens are good; not always only the key that signs.</summary>
    public required ImmutableArray<SigningKey> Published { get; init; }

    /// <summary>What the key set shows instead; null when it follows.</summary>
    public ImmutableArray<SigningKey>? Shown { get; init; }

    /// <summary>How it differs from a plain provider.</summary>
    public FacetSettings Settings { get; init; } = new();

    /// <summary>What the key set shows.</summary>
    public ImmutableArray<SigningKey> PublicKeys => Settings.KeySet == KeySetMode.Empty ? [] : Shown ?? Published;

    /// <summary>What is answered beside the endpoints.</summary>
    public StandInMappings Mappings { get; init; } = StandInMappings.None;

    public EndpointRule RuleOf(string endpoint) => Settings.Endpoints?.GetValueOrDefault(endpoint) ?? EndpointRules.Plain;

    /// <summary>Whether there is an endpoint for pushed requests: by a facet of its own, or by a rule that says what it does.</summary>
    public bool TakesPushed =>
        Settings.PushedAuthorization is PushedAuthorization.Advertised or PushedAuthorization.Required
        || Settings.Endpoints?.ContainsKey(StandInEndpoint.Par) == true;

    /// <summary>What discovery says who issues.</summary>
    public string ToldIssuer => Filled(Settings.Issuer) ?? Issuer;

    /// <summary>What tokens say who issues.</summary>
    public string TokenIssuer => Filled(Settings.TokenIssuer) ?? ToldIssuer;

    /// <summary>With the URL of the provider in the place of its placeholder.</summary>
    public string? Filled(string? template) => template?.Replace("{issuer}", Issuer, StringComparison.Ordinal);
}
