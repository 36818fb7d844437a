using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace OrderDesk;

/// <summary>What this service shows the provider in the handshake, where it was given such a certificate (RFC 8705).</summary>
internal static class ClientCertificate
{
    public static void Show(SocketsHttpHandler handler, IServiceProvider services)
    {
        ProviderSettings settings = services.GetRequiredService<IOptions<ProviderSettings>>().Value;
        if (settings.Certificate is { } file)
        {
            string key = settings.PrivateKey ?? throw new InvalidOperationException("Setting 'Provider:PrivateKey' is missing; the certificate needs it.");
            handler.SslOptions.ClientCertificates = [X509Certificate2.CreateFromPem(File.ReadAllText(file), key)];
        }
    }
}
