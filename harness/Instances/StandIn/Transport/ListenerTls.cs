using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using StagingHarness.Protocols.Provider;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.StandIn.Transport;

/// <summary>
/// What secures the public listener. Each new connection is shown what holds at its moment; those that stand keep what they were shown, as
/// with a server whose certificate is exchanged while it runs.
/// </summary>
internal sealed class ListenerTls : IDisposable
{
    private static readonly object SpeaksHttp2Alone = new();

    private readonly ImmutableArray<X509Certificate2> owned;
    private readonly FrozenDictionary<ServedCertificate, SslStreamCertificateContext> contexts;
    private readonly Func<FacetSettings> now;

    /// <param name="certificates">One of each kind.</param>
    /// <param name="now">How the provider differs from a plain one at the moment.</param>
    /// <param name="asksClients">Clients are asked for a certificate, and go on without one.</param>
    public ListenerTls(ImmutableArray<CertificateMaterial> certificates, Func<FacetSettings> now, bool asksClients)
    {
        this.now = now;
        AsksClients = asksClients;
        var read = certificates.ToDictionary(one => one.Kind, one => (Leaf: ReadLeaf(one), Beside: ReadIntermediate(one)));
        owned = [.. read.Values.SelectMany(one => new[] { one.Leaf, one.Beside }).OfType<X509Certificate2>()];

        // A context for each: a session that was begun under one is not resumed under another. What it sends is what was handed over, and
        // nothing that the machine might know beside it.
        contexts = read.ToFrozenDictionary(
            one => one.Key,
            one => SslStreamCertificateContext.Create(
                one.Value.Leaf, one.Value.Beside is { } beside ? [beside] : null, offline: true));
    }

    /// <summary>
    /// Clients are asked for a certificate, and go on without one. Whoever shows one proves to hold its key; whether it is a client's own is looked at
    /// where the client says who it is: one that is refused there learns why, and a browser that shows another goes on.
    /// </summary>
    public bool AsksClients { get; }

    public void Apply(HttpsConnectionAdapterOptions options)
    {
        // Without one, Kestrel would look for a certificate of its own; which is shown is decided for each connection, below.
        options.ServerCertificate = contexts[ServedCertificate.Valid].TargetCertificate;
        options.OnAuthenticate = Secure;
    }

    /// <summary>
    /// A client that offers no protocol at all comes through the handshake and speaks HTTP/1.1. Kestrel closes such a connection where its endpoint
    /// is for HTTP/2 alone; this one is so for some connections, and what comes over one of them is answered by a reset.
    /// </summary>
    public static void RefuseOlderHttp(IApplicationBuilder builder) => builder.Use(async (context, next) =>
    {
        if (HttpProtocol.IsHttp2(context.Request.Protocol)
            || context.Features.Get<IConnectionItemsFeature>()?.Items.ContainsKey(SpeaksHttp2Alone) != true)
        {
            await next(context);
            return;
        }

        context.Abort();
    });

    public void Dispose()
    {
        foreach (var certificate in owned)
        {
            certificate.Dispose();
        }
    }

    private static X509Certificate2 ReadLeaf(CertificateMaterial material)
    {
        using var bare = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(material.Leaf));
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(material.PrivateKey), out _);
        return bare.CopyWithPrivateKey(key);
    }

    private static X509Certificate2? ReadIntermediate(CertificateMaterial material) => material.Intermediate is { } intermediate
        ? X509CertificateLoader.LoadCertificate(Convert.FromBase64String(intermediate))
        : null;

    private void Secure(ConnectionContext connection, SslServerAuthenticationOptions options)
    {
        var settings = now();
        options.ServerCertificate = null;
        options.ServerCertificateContext = contexts[settings.Certificate ?? ServedCertificate.Valid];
        options.EnabledSslProtocols = settings.TlsMinimum == TlsVersion.Tls13 ? SslProtocols.Tls13 : SslProtocols.Tls12 | SslProtocols.Tls13;
        if (settings.HttpMinimum == ClientHttp.Http2)
        {
            // A client that offers other protocols alone is refused in the handshake (no_application_protocol, RFC 7301).
            options.ApplicationProtocols = [SslApplicationProtocol.Http2];
            connection.Items[SpeaksHttp2Alone] = true;
        }
    }
}
