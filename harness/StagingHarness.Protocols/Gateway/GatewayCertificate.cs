namespace StagingHarness.Protocols.Gateway;

/// <summary>What the gateway secures connections of clients with: a secret of the run.</summary>
public sealed record GatewayCertificate
{
    /// <summary>DER in Base64.</summary>
    public required string Leaf { get; init; }

    /// <summary>The certificate that leads from it to its CA, DER in Base64.</summary>
    public required string Intermediate { get; init; }

    /// <summary>PKCS#8 in Base64.</summary>
    public required string PrivateKey { get; init; }

    public override string ToString() => "certificate of the gateway (hidden)";
}
