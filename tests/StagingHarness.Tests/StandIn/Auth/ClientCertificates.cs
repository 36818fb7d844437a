using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using StagingHarness.Execution.Certificates;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.Tests.StandIn.Auth;

/// <summary>Certificates of the client 'web', and those that look like them, around one moment.</summary>
internal sealed class ClientCertificates : IDisposable
{
    private static readonly RSA Key = RSA.Create(2048);
    private static readonly RSA ForeignKey = RSA.Create(2048);

    private readonly StageAuthority authority;
    private readonly StageAuthority another;
    private readonly Dictionary<ClientCertificateKind, ClientCertificate> own;

    public ClientCertificates(DateTimeOffset now)
    {
        (authority, another) = (new StageAuthority(now), new StageAuthority(now));
        own = Enum.GetValues<ClientCertificateKind>().ToDictionary(kind => kind, kind => Issue(authority, "web", kind, Key));
    }

    public ImmutableArray<string> Issuers => authority.ClientIssuers;

    public KnownCertificate Known(ClientCertificateKind kind) => own[kind].Known;

    public X509Certificate2 Own(ClientCertificateKind kind) => Read(own[kind]);

    /// <summary>One that is not the client's, by what is wrong with it.</summary>
    public X509Certificate2 Foreign(string fault) => fault switch
    {
        "of another client" => Read(Issue(authority, "webshop", ClientCertificateKind.Issued, ForeignKey)),
        "of another CA" => Read(Issue(another, "web", ClientCertificateKind.Issued, Key)),
        "self-signed" => Read(Issue(another, "web", ClientCertificateKind.SelfSigned, Key)),
        "of a server" => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(authority.IssueFor("web").Certificates[0].Leaf)),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "There is no such fault."),
    };

    public void Dispose()
    {
        authority.Dispose();
        another.Dispose();
    }

    private static ClientCertificate Issue(StageAuthority authority, string client, ClientCertificateKind kind, RSA key) =>
        authority.IssueForClient(client, kind, key.ExportPkcs8PrivateKeyPem());

    private static X509Certificate2 Read(ClientCertificate certificate) => X509Certificate2.CreateFromPem(certificate.Pem);
}
