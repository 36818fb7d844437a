using System.Collections.Immutable;

namespace StagingHarness.Protocols.Provider;

/// <summary>Who signs in at the stand-in, and for which clients. It holds passwords, and so is handed over by environment alone.</summary>
public sealed record SignInSetup
{
    /// <summary>Client id to where a browser is sent for it; a client that is not among them signs nobody in.</summary>
    public ImmutableSortedDictionary<string, ClientRedirects> Clients { get; init; } =
        ImmutableSortedDictionary.Create<string, ClientRedirects>(StringComparer.Ordinal);

    /// <summary>Client id to the secret that follows today's.</summary>
    public ImmutableSortedDictionary<string, string> NextSecrets { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Client id to the public key of its assertions (<c>private_key_jwt</c>), as SubjectPublicKeyInfo in PEM. Nothing secret.</summary>
    public ImmutableSortedDictionary<string, string> ClientKeys { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Client id to the certificate by which it is known; a client that is not among them is asked for none.</summary>
    public ImmutableSortedDictionary<string, KnownCertificate> ClientCertificates { get; init; } =
        ImmutableSortedDictionary.Create<string, KnownCertificate>(StringComparer.Ordinal);

    /// <summary>The CA that issues clients' certificates, and the one by which it does so; DER in Base64.</summary>
    public ImmutableArray<string> ClientIssuers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Name to user.</summary>
    public ImmutableSortedDictionary<string, SignInUser> Users { get; init; } =
        ImmutableSortedDictionary.Create<string, SignInUser>(StringComparer.Ordinal);
}
