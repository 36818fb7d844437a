using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;

namespace StagingHarness.TestKit.Fakes;

/// <summary>Puts a <see cref="FakePager"/> on the stage.</summary>
public sealed class FakePagerMember : IPagerMember
{
    public FakePager Pager { get; } = new();

    /// <summary>What it was ordered with; null before it was.</summary>
    public PagerOrder? Order { get; private set; }

    public InstanceOrder CreateOrder(PagerOrder pager, RunIdentity run)
    {
        Order = pager;
        return MemberOrders.For("pager", HarnessProgram.StandIn);
    }

    public IPager Attach(IInstance instance, PagerOrder pager, RunIdentity run) => Pager;
}
