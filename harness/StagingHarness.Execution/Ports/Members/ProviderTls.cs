using System.Collections.Immutable;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>What a provider secures its connections with, and whom clients of it trust.</summary>
public sealed record ProviderTls
{
    /// <summary>One of each kind; the private keys are secrets of the run.</summary>
    public required ImmutableArray<CertificateMaterial> Certificates { get; init; }

    /// <summary>The CA of the stage, DER.</summary>
    public required ImmutableArray<byte> Root { get; init; }

    /// <summary>The CA that is to follow it, DER.</summary>
    public required ImmutableArray<byte> NextRoot { get; init; }
}
