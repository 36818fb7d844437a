using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using StagingHarness.Protocols.Gateway;

namespace StagingHarness.Gateway.Startup;

/// <summary>What secures the public listener.</summary>
internal sealed class ListenerTls : IDisposable
{
    private readonly X509Certificate2 leaf;
    private readonly X509Certificate2 intermediate;
    private readonly SslStreamCertificateContext context;

    /// <exception cref="CryptographicException">It is none, or the key is another one's.</exception>
    public ListenerTls(GatewayCertificate certificate)
    {
        intermediate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(certificate.Intermediate));
        using var bare = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(certificate.Leaf));
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(certificate.PrivateKey), out _);
        leaf = bare.CopyWithPrivateKey(key);

        // What it sends is what was handed over, and nothing that the machine might know beside it.
        context = SslStreamCertificateContext.Create(leaf, [intermediate], offline: true);
    }

    public void Apply(HttpsConnectionAdapterOptions options)
    {
        // Without one, Kestrel would look for a certificate of its own.
        options.ServerCertificate = leaf;
        options.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        options.OnAuthenticate = (_, authentication) =>
        {
            authentication.ServerCertificate = null;
            authentication.ServerCertificateContext = context;
        };
    }

    public void Dispose()
    {
        leaf.Dispose();
        intermediate.Dispose();
    }
}
