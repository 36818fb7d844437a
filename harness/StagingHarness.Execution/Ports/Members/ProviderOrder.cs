using System.Collections.Immutable;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>How the provider stand-in begins.</summary>
public sealed record ProviderOrder
{
    /// <summary>Name under which members of the stage find it, where members have names.</summary>
    public const string Host = "provider";

    public required string Audience { get; init; }

    /// <summary>Lifetime of access tokens.</summary>
    public required TimeSpan TokenLifetime { get; init; }

    /// <summary>Client id to secret (made for this run).</summary>
    public required ImmutableSortedDictionary<string, string> Clients { get; init; }

    /// <summary>Null: connections are plain.</summary>
    public ProviderTls? Tls { get; init; }

    /// <summary>Who signs in, and for which of them; nobody, where it is empty.</summary>
    public SignInSetup SignIn { get; init; } = new();

    /// <summary>What it answers beside its own endpoints; null for nothing.</summary>
    public StandInMappings? Mappings { get; init; }
}
