using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.TestKit.Fakes;

/// <summary>Orders for the members of a stage, as fakes give them.</summary>
internal static class MemberOrders
{
    public static InstanceOrder For(string name, HarnessProgram program) => new()
    {
        Name = name,
        Generation = 1,
        Program = new ProgramSource.Own(program),
        Arguments = [],
        Environment = ImmutableSortedDictionary<string, string>.Empty,
        Listeners = [new("http", ListenerReach.Edge), new("control", ListenerReach.Control)],
        Readiness = new ReadinessCheck.TcpAccepts("control") { Deadline = TimeSpan.FromSeconds(10) },
    };
}
