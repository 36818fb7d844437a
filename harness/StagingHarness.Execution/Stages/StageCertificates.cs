using System.Collections.Immutable;
using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.Execution.Stages;

/// <summary>The certificates of one run: what provider and gateway show, and what servers and clients are given to trust.</summary>
internal sealed record StageCertificates
{
    /// <summary>With private keys; null where the provider's connections are plain.</summary>
    public ProviderTls? Provider { get; private init; }

    /// <summary>With its private key; null where clients' connections are plain.</summary>
    public GatewayTls? Gateway { get; private init; }

    /// <summary>Client id to its certificate at the provider; of clients that have one.</summary>
    public ImmutableSortedDictionary<string, ClientCertificate> Clients { get; private init; } =
        ImmutableSortedDictionary.Create<string, ClientCertificate>(StringComparer.Ordinal);

    /// <summary>Who issues them, for the provider; DER in Base64.</summary>
    public ImmutableArray<string> ClientIssuers { get; private init; } = [];

    /// <summary>The CAs of the provider and the certificates of its clients, as files of every server and job; nothing secret.</summary>
    public ImmutableArray<InstanceText> Texts { get; private init; } = [];

    /// <summary>Whom clients trust, DER: nobody but the CAs of the stage.</summary>
    public ImmutableArray<ImmutableArray<byte>> Roots =>
        [.. Gateway is { } gateway ? [gateway.Root] : (ImmutableArray<byte>[])[], .. Provider is { } provider ? [provider.Root, provider.NextRoot] : (ImmutableArray<byte>[])[]];

    /// <summary>Secrets of the run.</summary>
    public IEnumerable<string> PrivateKeys =>
        [.. (Provider?.Certificates ?? []).Select(certificate => certificate.PrivateKey), .. Gateway is { } gateway ? [gateway.Certificate.PrivateKey] : (string[])[]];

    /// <summary>What the text with the certificate of a client is called.</summary>
    public static string TextOf(string client) => $"client-{client}";

    /// <param name="forProvider">The provider is called by TLS.</param>
    /// <param name="forGateway">So is the gateway.</param>
    /// <param name="clients">Client id to how it comes by its certificate.</param>
    /// <param name="keys">Client id to its key.</param>
    /// <param name="now">Certificates are valid around it.</param>
    /// <returns>Null where nothing on the stage speaks TLS.</returns>
    public static StageCertificates? Create(
        bool forProvider,
        bool forGateway,
        ImmutableSortedDictionary<string, ClientCertificateKind> clients,
        ImmutableSortedDictionary<string, ClientKey> keys,
        DateTimeOffset now)
    {
        if (!forProvider && !forGateway)
        {
            return null;
        }

        // The keys of the CAs themselves end here: all that they are to issue is issued.
        using var authority = new StageAuthority(now);
        var issued = clients.ToImmutableSortedDictionary(
            client => client.Key, client => authority.IssueForClient(client.Key, client.Value, keys[client.Key].PrivateKey), StringComparer.Ordinal);
        return new StageCertificates
        {
            Provider = forProvider ? authority.IssueFor(ProviderOrder.Host) : null,
            Gateway = forGateway ? authority.IssueForGateway(GatewayOrder.Host) : null,
            Clients = issued,
            ClientIssuers = issued.IsEmpty ? [] : authority.ClientIssuers,
            Texts = forProvider
                ?
                [
                    new InstanceText("ca", "ca.pem", authority.RootPem),
                    new InstanceText("ca-and-next", "ca-and-next.pem", authority.BothPem),
                    .. issued.Select(client => new InstanceText(TextOf(client.Key), $"{TextOf(client.Key)}.pem", client.Value.Pem)),
                ]
                : [],
        };
    }

    public override string ToString() => "certificates (hidden)";
}
