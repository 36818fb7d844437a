using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace StagingHarness.Execution.Certificates;

/// <summary>A CA, and the intermediate by which it issues.</summary>
internal sealed class IssuingChain : IDisposable
{
    /// <summary>RFC 5280, section 4.1.2.2: at most 20 bytes.</summary>
    private const int SerialBytes = 16;

    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    public IssuingChain(string name, DateTimeOffset now)
    {
        var (from, until) = (now - CertificateTimes.IssuerEarly, now + CertificateTimes.IssuerLasts);
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Root = Authority(name, rootKey, pathLength: 1).CreateSelfSigned(from, until);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Authority(name + ", issuing", key, pathLength: 0);
        request.CertificateExtensions.Add(IssuedBy(Root));
        using var bare = request.Create(Root, from, until, NewSerial());
        Intermediate = bare.CopyWithPrivateKey(key);
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 Intermediate { get; }

    /// <summary>A certificate of a server.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="host">Name under which it is called; beside it, loopback, where <paramref name="host"/> is a name of the stage.</param>
    /// <param name="from">Not valid before.</param>
    /// <param name="until">Nor after.</param>
    public X509Certificate2 Issue(ECDsa key, string host, DateTimeOffset from, DateTimeOffset until)
    {
        var request = new CertificateRequest(NameOf(host), key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        if (!host.EndsWith(".invalid", StringComparison.Ordinal))
        {
            names.AddDnsName("localhost");
            names.AddIpAddress(IPAddress.Loopback);
            names.AddIpAddress(IPAddress.IPv6Loopback);
        }

        request.CertificateExtensions.Add(names.Build());
        AddUse(request, ServerAuthentication);
        request.CertificateExtensions.Add(IssuedBy(Intermediate));
        return request.Create(Intermediate, from, until, NewSerial());
    }

    /// <summary>A certificate of a client, with the public key alone.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="client">Its id, which becomes its subject.</param>
    /// <param name="from">Not valid before.</param>
    /// <param name="until">Nor after.</param>
    public X509Certificate2 IssueForClient(RSA key, string client, DateTimeOffset from, DateTimeOffset until)
    {
        var request = OfClient(key, client);
        request.CertificateExtensions.Add(IssuedBy(Intermediate));

        // By the other overload, since the issuer's key is of another kind.
        return request.Create(
            Intermediate.SubjectName,
            X509SignatureGenerator.CreateForECDsa(Intermediate.GetECDsaPrivateKey() ?? throw new InvalidOperationException("The issuing certificate has lost its key.")),
            from,
            until,
            NewSerial());
    }

    /// <summary>A certificate that a client makes for itself.</summary>
    public static X509Certificate2 SelfSign(RSA key, string client, DateTimeOffset from, DateTimeOffset until) =>
        OfClient(key, client).CreateSelfSigned(from, until);

    public void Dispose()
    {
        Root.Dispose();
        Intermediate.Dispose();
    }

    private static CertificateRequest Authority(string name, ECDsa key, int pathLength)
    {
        var request = new CertificateRequest(NameOf(name), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLength, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private static CertificateRequest OfClient(RSA key, string client)
    {
        var request = new CertificateRequest(NameOf(client), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        AddUse(request, ClientAuthentication);
        return request;
    }

    private static void AddUse(CertificateRequest request, string usage)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
    }

    private static X500DistinguishedName NameOf(string name)
    {
        var builder = new X500DistinguishedNameBuilder();
        builder.AddCommonName(name);
        return builder.Build();
    }

    private static X509AuthorityKeyIdentifierExtension IssuedBy(X509Certificate2 issuer) =>
        X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false);

    /// <summary>Positive, and of random bytes.</summary>
    private static byte[] NewSerial()
    {
        var serial = RandomNumberGenerator.GetBytes(SerialBytes);
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }
}
