using System.Collections.Immutable;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace StagingHarness.Generator.Sending;

/// <summary>Whom connections trust that are secured: the CAs of the order, and nobody else, whatever this machine trusts.</summary>
internal static class Trust
{
    public static SslClientAuthenticationOptions Of(ImmutableArray<string> roots)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        foreach (var root in roots)
        {
            policy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificate(Convert.FromBase64String(root)));
        }

        return new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
    }
}
