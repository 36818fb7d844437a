using System.Collections.Immutable;
using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;

namespace StagingHarness.Execution.Stages;

/// <summary>The certificates of one run: what the provider shows, and what servers are given to trust.</summary>
/// <param name="Provider">With private keys.</param>
/// <param name="Texts">The CAs, as files of every server and job; nothing secret.</param>
internal sealed record StageCertificates(ProviderTls Provider, ImmutableArray<InstanceText> Texts)
{
    public static StageCertificates Create(DateTimeOffset now)
    {
        // The keys of the CAs themselves end here: all that they are to issue is issued.
        using var authority = new StageAuthority(now);
        return new StageCertificates(
            authority.IssueFor(ProviderOrder.Host),
            [
                new InstanceText("ca", "ca.pem", authority.RootPem),
                new InstanceText("ca-and-next", "ca-and-next.pem", authority.BothPem),
            ]);
    }

    public override string ToString() => "certificates (hidden)";
}
