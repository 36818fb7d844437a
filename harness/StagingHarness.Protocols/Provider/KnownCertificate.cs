namespace StagingHarness.Protocols.Provider;

/// <summary>What the stand-in knows of a client's certificate. Nothing secret; it does not hold the certificate itself.</summary>
public sealed record KnownCertificate
{
    public required ClientCertificateKind Kind { get; init; }

    /// <summary>Of one that was issued its subject, as in <c>CN=order-desk</c>; of a self-signed one its SHA-256 hash, Base64url (RFC 8705, <c>x5t#S256</c>).</summary>
    public required string Mark { get; init; }
}
