using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;

namespace StagingHarness.TestKit.Fakes;

/// <summary>Puts a <see cref="FakeProvider"/> on the stage.</summary>
public sealed class FakeProviderMember : IProviderMember
{
    public FakeProvider Provider { get; } = new();

    /// <summary>What it was ordered with; null before it was.</summary>
    public ProviderOrder? Order { get; private set; }

    public InstanceOrder CreateOrder(ProviderOrder provider, RunIdentity run)
    {
        Order = provider;
        return MemberOrders.For("provider", HarnessProgram.StandIn);
    }

    public IProvider Attach(IInstance instance, ProviderOrder provider, RunIdentity run) => Provider;
}
