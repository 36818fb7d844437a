namespace StagingHarness.Protocols.Provider;

/// <summary>A certificate with what is sent beside it and its private key: a secret of the run.</summary>
public sealed record CertificateMaterial
{
    public required ServedCertificate Kind { get; init; }

    /// <summary>DER in Base64.</summary>
    public required string Leaf { get; init; }

    /// <summary>The certificate that leads from it to its CA, DER in Base64; null where it is kept back.</summary>
    public required string? Intermediate { get; init; }

    /// <summary>PKCS#8 in Base64.</summary>
    public required string PrivateKey { get; init; }

    public override string ToString() => $"certificate '{Kind}' (hidden)";
}
