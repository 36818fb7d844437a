using System.Collections.Immutable;
using System.Text.Json.Serialization;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.Scenarios.Plans.Systems;

/// <summary>The third-party auth provider as the system knows it; the stand-in plays it.</summary>
public sealed record ProviderPlan
{
    /// <summary>Audience of the access tokens that it issues.</summary>
    public required string Audience { get; init; }

    /// <summary>Lifetime of the access tokens, real time.</summary>
    public required TimeSpan TokenLifetime { get; init; }

    /// <summary>It is called by TLS, with certificates that are made for the run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Tls { get; init; }

    /// <summary>Null where nobody signs in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SignInPlan? SignIn { get; init; }

    /// <summary>What it answers beside its own endpoints; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StandInMappings? Mappings { get; init; }

    /// <summary>Versions of the provider that steps move it to, by name; null where the system knows none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<string, FacetSettings>? Contracts { get; init; }
}
