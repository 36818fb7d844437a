using System.Collections.Immutable;
using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;

namespace StagingHarness.Execution.Stages;

/// <summary>The certificates of one run: what provider and gateway show, and what servers and clients are given to trust.</summary>
internal sealed record StageCertificates
{
    /// <summary>With private keys; null where the provider's connections are plain.</summary>
    public ProviderTls? Provider { get; private init; }

    /// <summary>With its private key; null where clients' connections are plain.</summary>
    public GatewayTls? Gateway { get; private init; }

    /// <summary>The CAs of the provider, as files of every server and job; nothing secret.</summary>
    public ImmutableArray<InstanceText> Texts { get; private init; } = [];

    /// <summary>Whom clients trust, DER: nobody but the CAs of the stage.</summary>
    public ImmutableArray<ImmutableArray<byte>> Roots =>
        [.. Gateway is { } gateway ? [gateway.Root] : (ImmutableArray<byte>[])[], .. Provider is { } provider ? [provider.Root, provider.NextRoot] : (ImmutableArray<byte>[])[]];

    /// <summary>Secrets of the run.</summary>
    public IEnumerable<string> PrivateKeys =>
        [.. (Provider?.Certificates ?? []).Select(certificate => certificate.PrivateKey), .. Gateway is { } gateway ? [gateway.Certificate.PrivateKey] : (string[])[]];

    /// <returns>Null where nothing on the stage speaks TLS.</returns>
    public static StageCertificates? Create(bool forProvider, bool forGateway, DateTimeOffset now)
    {
        if (!forProvider && !forGateway)
        {
            return null;
        }

        // The keys of the CAs themselves end here: all that they are to issue is issued.
        using var authority = new StageAuthority(now);
        return new StageCertificates
        {
            Provider = forProvider ? authority.IssueFor(ProviderOrder.Host) : null,
            Gateway = forGateway ? authority.IssueForGateway(GatewayOrder.Host) : null,
            Texts = forProvider
                ? [new InstanceText("ca", "ca.pem", authority.RootPem), new InstanceText("ca-and-next", "ca-and-next.pem", authority.BothPem)]
                : [],
        };
    }

    public override string ToString() => "certificates (hidden)";
}
