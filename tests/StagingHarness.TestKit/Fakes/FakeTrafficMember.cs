using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Traffic;

namespace StagingHarness.TestKit.Fakes;

/// <summary>Puts a <see cref="FakeTraffic"/> on the stage.</summary>
public sealed class FakeTrafficMember(FakeTraffic traffic) : ITrafficMember
{
    public ImmutableArray<InstanceOrder> CreateOrders(RunIdentity run, int generators) =>
        [.. Enumerable.Range(1, generators).Select(number => MemberOrders.For(generators == 1 ? "generator" : $"generator-{number}", HarnessProgram.Generator))];

    public ITraffic Attach(ImmutableArray<IInstance> instances, RunIdentity run)
    {
        traffic.Instances = [.. instances.Cast<FakeInstance>()];
        return traffic;
    }
}
