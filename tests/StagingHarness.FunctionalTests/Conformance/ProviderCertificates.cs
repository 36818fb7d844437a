using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>What providers under test show, what their two clients show, and what looks like it.</summary>
internal static class ProviderCertificates
{
    private static readonly StageAuthority Authority = new(TimeProvider.System.GetUtcNow());
    private static readonly StageAuthority Another = new(TimeProvider.System.GetUtcNow());
    private static readonly RSA ForeignKey = RSA.Create(2048);

    public static ProviderTls Tls { get; } = Authority.IssueFor(ProviderOrder.Host);

    /// <summary>Who issues clients' certificates; DER in Base64.</summary>
    public static IReadOnlyList<string> ClientIssuers => Authority.ClientIssuers;

    /// <summary>The first client is known by one that was issued for it.</summary>
    public static KnownCertificate KnownOfClient => Issue(Authority, ProviderUnderTest.Client, ClientCertificateKind.Issued).Known;

    /// <summary>The second one is known by one of its own.</summary>
    public static KnownCertificate KnownOfOtherClient { get; }

    public static X509Certificate2 OfClient { get; } = Read(Issue(Authority, ProviderUnderTest.Client, ClientCertificateKind.Issued), ProviderUnderTest.ClientKey);

    public static X509Certificate2 OfOtherClient { get; }

    public static X509Certificate2 OfStranger { get; } = Foreign(Authority, "stranger", ClientCertificateKind.Issued);

    public static X509Certificate2 OfAnotherCa { get; } = Foreign(Another, ProviderUnderTest.Client, ClientCertificateKind.Issued);

    public static X509Certificate2 OfImpostor { get; } = Foreign(Another, ProviderUnderTest.OtherClient, ClientCertificateKind.SelfSigned);

    static ProviderCertificates()
    {
        var own = Issue(Authority, ProviderUnderTest.OtherClient, ClientCertificateKind.SelfSigned);
        (KnownOfOtherClient, OfOtherClient) = (own.Known, Read(own, ProviderUnderTest.ClientKey));
    }

    private static ClientCertificate Issue(StageAuthority authority, string client, ClientCertificateKind kind) =>
        authority.IssueForClient(client, kind, ProviderUnderTest.ClientKey.ExportPkcs8PrivateKeyPem());

    private static X509Certificate2 Foreign(StageAuthority authority, string client, ClientCertificateKind kind) =>
        Read(authority.IssueForClient(client, kind, ForeignKey.ExportPkcs8PrivateKeyPem()), ForeignKey);

    private static X509Certificate2 Read(ClientCertificate certificate, RSA key) => X509Certificate2.CreateFromPem(certificate.Pem, key.ExportPkcs8PrivateKeyPem());
}
