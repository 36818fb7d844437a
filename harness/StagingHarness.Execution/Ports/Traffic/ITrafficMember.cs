using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Ports.Traffic;

/// <summary>Makes the order for a traffic generator, and takes control of it once an engine has started it.</summary>
public interface ITrafficMember
{
    InstanceOrder CreateOrder(RunIdentity run);

    ITraffic Attach(IInstance instance, RunIdentity run);
}
