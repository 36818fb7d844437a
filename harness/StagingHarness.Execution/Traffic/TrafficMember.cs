using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Execution.Traffic;

/// <summary>The traffic generator as a member of the stage: the harness's own program, in a process of its own.</summary>
public sealed class TrafficMember(TimeProvider timeProvider) : ITrafficMember
{
    private const string Control = "control";

    public InstanceOrder CreateOrder(RunIdentity run) => new()
    {
        Name = "generator",
        Generation = 1,
        Program = new ProgramSource.Own(HarnessProgram.Generator),
        Arguments = [$"{{listen.{Control}.host}}", $"{{listen.{Control}.port}}"],
        Environment = ImmutableSortedDictionary<string, string>.Empty
            .Add(GeneratorProgram.TokenVariable, run.ControlToken)
            .Add(GeneratorProgram.InlineCompletionsVariable, "1"),
        Listeners = [new(Control, ListenerReach.Control)],
        Readiness = new ReadinessCheck.TcpAccepts(Control) { Deadline = TimeSpan.FromSeconds(20) },
    };

    public ITraffic Attach(IInstance instance, RunIdentity run) =>
        new GeneratorClient(instance, instance.AddressOf(Control), run.ControlToken, timeProvider);
}
