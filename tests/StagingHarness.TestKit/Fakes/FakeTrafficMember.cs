using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Traffic;

namespace StagingHarness.TestKit.Fakes;

/// <summary>Puts a <see cref="FakeTraffic"/> on the stage.</summary>
public sealed class FakeTrafficMember(FakeTraffic traffic) : ITrafficMember
{
    public InstanceOrder CreateOrder(RunIdentity run) => MemberOrders.For("generator", HarnessProgram.Generator);

    public ITraffic Attach(IInstance instance, RunIdentity run)
    {
        traffic.Instance = (FakeInstance)instance;
        return traffic;
    }
}
