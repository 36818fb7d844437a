using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Ports.Traffic;

/// <summary>Makes the orders for the traffic's generators, and takes control of them once an engine has started them.</summary>
public interface ITrafficMember
{
    /// <param name="run">Whose they are.</param>
    /// <param name="generators">How many share the schedule, at least 1.</param>
    ImmutableArray<InstanceOrder> CreateOrders(RunIdentity run, int generators);

    /// <param name="instances">All of them, in the order of their orders.</param>
    /// <param name="run">Whose they are.</param>
    ITraffic Attach(ImmutableArray<IInstance> instances, RunIdentity run);
}
