using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Gateway;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.Execution.Certificates;

/// <summary>
/// The CA of one run, and the one that is to follow it, made in memory: nothing outside of the stage trusts them, and their private keys
/// are gone with the run. Both issue through an intermediate, as public ones do.
/// </summary>
internal sealed class StageAuthority : IDisposable
{
    private readonly IssuingChain first;
    private readonly IssuingChain next;
    private readonly DateTimeOffset now;

    /// <param name="now">By the real clock, since servers look at theirs.</param>
    public StageAuthority(DateTimeOffset now)
    {
        this.now = now;
        first = new IssuingChain("Stage CA", now);
        next = new IssuingChain("Stage CA, next", now);
    }

    /// <summary>The CA, for whoever is to trust it.</summary>
    public string RootPem => first.Root.ExportCertificatePem() + "\n";

    /// <summary>The CA, and the one that is to follow it.</summary>
    public string BothPem => RootPem + next.Root.ExportCertificatePem() + "\n";

    /// <param name="host">Name under which the provider is called; beside it, loopback.</param>
    public ProviderTls IssueFor(string host) => new()
    {
        Certificates = [.. Enum.GetValues<ServedCertificate>().Select(kind => Issue(kind, host))],
        Root = [.. first.Root.RawData],
        NextRoot = [.. next.Root.RawData],
    };

    /// <param name="host">Name under which the gateway is called; beside it, loopback.</param>
    public GatewayTls IssueForGateway(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var leaf = first.Issue(key, host, now - CertificateTimes.Early, now + CertificateTimes.Lasts);
        return new GatewayTls
        {
            Certificate = new GatewayCertificate
            {
                Leaf = Convert.ToBase64String(leaf.RawData),
                Intermediate = Convert.ToBase64String(first.Intermediate.RawData),
                PrivateKey = Convert.ToBase64String(key.ExportPkcs8PrivateKey()),
            },
            Root = [.. first.Root.RawData],
            KeyHash = Convert.ToBase64String(SHA256.HashData(leaf.PublicKey.ExportSubjectPublicKeyInfo())),
        };
    }

    /// <summary>Who issues clients' certificates: the CA, and the one by which it does so; DER in Base64.</summary>
    public ImmutableArray<string> ClientIssuers => [Convert.ToBase64String(first.Root.RawData), Convert.ToBase64String(first.Intermediate.RawData)];

    /// <param name="client">Its id, which becomes its subject.</param>
    /// <param name="kind">Whether the CA issues it, or the client makes it for itself.</param>
    /// <param name="privateKey">The client's key, PKCS#8 in PEM.</param>
    public ClientCertificate IssueForClient(string client, ClientCertificateKind kind, string privateKey)
    {
        using var key = RSA.Create();
        key.ImportFromPem(privateKey);
        var (from, until) = (now - CertificateTimes.Early, now + CertificateTimes.Lasts);
        switch (kind)
        {
            case ClientCertificateKind.Issued:
                using (var issued = first.IssueForClient(key, client, from, until))
                {
                    return new ClientCertificate(
                        $"{issued.ExportCertificatePem()}\n{first.Intermediate.ExportCertificatePem()}\n", new KnownCertificate { Kind = kind, Mark = issued.Subject });
                }

            case ClientCertificateKind.SelfSigned:
                using (var own = IssuingChain.SelfSign(key, client, from, until))
                {
                    return new ClientCertificate(
                        $"{own.ExportCertificatePem()}\n", new KnownCertificate { Kind = kind, Mark = Base64Url.EncodeToString(SHA256.HashData(own.RawData)) });
                }

            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of certificate.");
        }
    }

    public void Dispose()
    {
        first.Dispose();
        next.Dispose();
    }

    private CertificateMaterial Issue(ServedCertificate kind, string host)
    {
        var chain = kind == ServedCertificate.OtherCa ? next : first;
        var name = kind == ServedCertificate.WrongName ? "another.stage.invalid" : host;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var leaf = kind == ServedCertificate.Expired
            ? chain.Issue(key, name, now - CertificateTimes.ExpiredFrom, now - CertificateTimes.ExpiredUntil)
            : chain.Issue(key, name, now - CertificateTimes.Early, now + CertificateTimes.Lasts);
        return new CertificateMaterial
        {
            Kind = kind,
            Leaf = Convert.ToBase64String(leaf.RawData),
            Intermediate = kind == ServedCertificate.MissingIntermediate ? null : Convert.ToBase64String(chain.Intermediate.RawData),
            PrivateKey = Convert.ToBase64String(key.ExportPkcs8PrivateKey()),
        };
    }
}
