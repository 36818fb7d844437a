using System.Security.Cryptography.X509Certificates;
using StagingHarness.Execution.Ports.Members;

namespace StagingHarness.Execution.Certificates;

/// <summary>
/// Whom the harness trusts where it calls a member as a client does: the CAs of the stage, and nobody else. It knows both, since clients
/// are told of a new CA in time; whoever is not is a server under test. Before it is told of them, it trusts nobody.
/// </summary>
public sealed class StageTrust
{
    /// <summary>For TLS clients, which look at it for each connection.</summary>
    internal X509ChainPolicy Policy { get; } = Strict();

    internal void Use(ProviderTls tls)
    {
        Policy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificate(tls.Root.AsSpan()));
        Policy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificate(tls.NextRoot.AsSpan()));
    }

    /// <summary>Trusts nobody yet, and asks nobody: neither for what has been revoked nor for what was not sent.</summary>
    internal static X509ChainPolicy Strict() => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        RevocationMode = X509RevocationMode.NoCheck,
        DisableCertificateDownloads = true,
    };
}
