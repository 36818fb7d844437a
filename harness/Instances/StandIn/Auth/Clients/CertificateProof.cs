using System.Buffers.Text;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.StandIn.Auth.Clients;

/// <summary>Looks at certificates by which clients prove who they are: <c>tls_client_auth</c> and <c>self_signed_tls_client_auth</c> (RFC 8705, section 2).</summary>
internal static class CertificateProof
{
    private const string Foreign = "The client is unknown, or the connection shows no certificate of the client.";

    private static readonly Oid ClientAuthenticationUsage = new("1.3.6.1.5.5.7.3.2");

    /// <summary>The client names itself, and is one that has a certificate.</summary>
    public static bool IsMeant(AuthState now, ImmutableDictionary<string, string> form) =>
        form.TryGetValue("client_id", out var client) && now.SignIn.ClientCertificates.ContainsKey(client);

    /// <summary>As tokens that are bound to it say it (<c>x5t#S256</c>; section 3.1).</summary>
    [return: NotNullIfNotNull(nameof(certificate))]
    public static string? HashOf(X509Certificate2? certificate) =>
        certificate is null ? null : Base64Url.EncodeToString(SHA256.HashData(certificate.RawData));

    /// <summary>Only who holds the key of the client's own certificate learns what else is wrong.</summary>
    /// <param name="now">The provider.</param>
    /// <param name="client">Who it says it is; one that has a certificate.</param>
    /// <param name="shown">In the handshake, so that its key is known to be held.</param>
    /// <param name="time">On the provider's clock.</param>
    public static (string? Client, string? Wrong) Look(AuthState now, string client, X509Certificate2? shown, DateTimeOffset time)
    {
        var known = now.SignIn.ClientCertificates[client];
        if (shown is null || known.Mark != (known.Kind == ClientCertificateKind.Issued ? shown.Subject : HashOf(shown)))
        {
            return (null, Foreign);
        }

        // A self-signed one is compared as a whole, and no chain is looked at (section 2.2).
        var faults = known.Kind == ClientCertificateKind.Issued ? FaultsOf(shown, now.SignIn.ClientIssuers, time) : X509ChainStatusFlags.NoError;
        return (faults & ~X509ChainStatusFlags.NotTimeValid) != X509ChainStatusFlags.NoError
            ? (null, Foreign)
            : (client, ClientCheck.NotTaken(now, ClientAuthentication.Of(known.Kind))
                ?? (faults == X509ChainStatusFlags.NoError ? null : "The certificate of the client is not valid any more, or not yet."));
    }

    private static X509ChainStatusFlags FaultsOf(X509Certificate2 shown, ImmutableArray<string> issuers, DateTimeOffset time)
    {
        var read = issuers.Select(issuer => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(issuer))).ToList();
        using var chain = new X509Chain
        {
            ChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                VerificationTime = time.UtcDateTime,
                DisableCertificateDownloads = true,
            },
        };
        chain.ChainPolicy.ApplicationPolicy.Add(ClientAuthenticationUsage);

        // What a client sends beside its certificate is not needed: those that issue are known.
        foreach (var issuer in read)
        {
            (issuer.SubjectName.RawData.AsSpan().SequenceEqual(issuer.IssuerName.RawData) ? chain.ChainPolicy.CustomTrustStore : chain.ChainPolicy.ExtraStore).Add(issuer);
        }

        try
        {
            return chain.Build(shown) ? X509ChainStatusFlags.NoError : chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        }
        finally
        {
            foreach (var issuer in read)
            {
                issuer.Dispose();
            }
        }
    }
}
