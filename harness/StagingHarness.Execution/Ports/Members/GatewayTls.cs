using System.Collections.Immutable;
using StagingHarness.Protocols.Gateway;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>What the gateway secures connections of clients with, and how these know it.</summary>
public sealed record GatewayTls
{
    /// <summary>The private key is a secret of the run.</summary>
    public required GatewayCertificate Certificate { get; init; }

    /// <summary>The CA of the stage, DER.</summary>
    public required ImmutableArray<byte> Root { get; init; }

    /// <summary>SHA-256 of the certificate's public key (SubjectPublicKeyInfo) in Base64, for clients that are told of no CA.</summary>
    public required string KeyHash { get; init; }
}
