using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>Connections to a provider under test: those that show a certificate are others than those that show none.</summary>
/// <param name="tamper">What becomes of answers on the way, by the path that was asked; null when they are left as they are.</param>
internal sealed class Connections(Func<string, Answer, Answer>? tamper = null) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<HttpClient>> clients = new(StringComparer.Ordinal);

    /// <summary>Follows no redirects.</summary>
    public HttpClient Showing(X509Certificate2? certificate) =>
        clients.GetOrAdd(certificate?.Thumbprint ?? "", _ => new Lazy<HttpClient>(() => Create(certificate))).Value;

    public void Dispose()
    {
        foreach (var client in clients.Values.Where(client => client.IsValueCreated))
        {
            client.Value.Dispose();
        }
    }

    private HttpClient Create(X509Certificate2? certificate)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificate(ProviderCertificates.Tls.Root.AsSpan()));
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy, ClientCertificates = certificate is null ? null : [certificate] },
        };
        return new HttpClient(tamper is null ? handler : new TamperingHandler(tamper, handler));
    }
}
