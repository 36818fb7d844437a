using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using StagingHarness.Execution.Certificates;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.Tests.StandIn.Auth.Clients;

/// <summary>Certificates of the client 'web', and those that look like them, around one moment.</summary>
internal sealed class ClientCertificates
{
    private static readonly string Key = NewKey();
    private static readonly string ForeignKey = NewKey();

    private readonly Dictionary<ClientCertificateKind, ClientCertificate> own;
    private readonly Dictionary<string, string> foreign;

    public ClientCertificates(DateTimeOffset now)
    {
        using var authority = new StageAuthority(now);
        using var another = new StageAuthority(now);
        Issuers = authority.ClientIssuers;
        own = Enum.GetValues<ClientCertificateKind>().ToDictionary(kind => kind, kind => authority.IssueForClient("web", kind, Key));
        using var server = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(authority.IssueFor("web").Certificates[0].Leaf));
        foreign = new Dictionary<string, string>
        {
            ["of another client"] = authority.IssueForClient("webshop", ClientCertificateKind.Issued, ForeignKey).Pem,
            ["of another CA"] = another.IssueForClient("web", ClientCertificateKind.Issued, Key).Pem,
            ["self-signed"] = another.IssueForClient("web", ClientCertificateKind.SelfSigned, Key).Pem,
            ["of a server"] = server.ExportCertificatePem(),
        };
    }

    public ImmutableArray<string> Issuers { get; }

    public KnownCertificate Known(ClientCertificateKind kind) => own[kind].Known;

    public X509Certificate2 Own(ClientCertificateKind kind) => X509Certificate2.CreateFromPem(own[kind].Pem);

    /// <summary>One that is not the client's, by what is wrong with it.</summary>
    public X509Certificate2 Foreign(string fault) => X509Certificate2.CreateFromPem(foreign[fault]);

    private static string NewKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
