using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Execution.Traffic;

/// <summary>The traffic generator as a member of the stage: the harness's own program, in a process of its own, or in several.</summary>
public sealed class TrafficMember(TimeProvider timeProvider) : ITrafficMember
{
    private const string Control = "control";

    public ImmutableArray<InstanceOrder> CreateOrders(RunIdentity run, int generators) => generators == 1
        ? [Order(run, "generator")]
        : [.. Enumerable.Range(1, generators).Select(number => Order(run, string.Create(CultureInfo.InvariantCulture, $"generator-{number}")))];

    public ITraffic Attach(ImmutableArray<IInstance> instances, RunIdentity run) =>
        new Generators([.. instances.Select(instance => new GeneratorClient(instance, instance.AddressOf(Control), run.ControlToken, timeProvider))], timeProvider);

    private static InstanceOrder Order(RunIdentity run, string name) => new()
    {
        Name = name,
        Generation = 1,
        Program = new ProgramSource.Own(HarnessProgram.Generator),
        Arguments = [$"{{listen.{Control}.host}}", $"{{listen.{Control}.port}}"],
        Environment = ImmutableSortedDictionary<string, string>.Empty
            .Add(GeneratorProgram.TokenVariable, run.ControlToken)
            .Add(GeneratorProgram.InlineCompletionsVariable, "1"),
        Listeners = [new(Control, ListenerReach.Control)],
        Readiness = new ReadinessCheck.TcpAccepts(Control) { Deadline = TimeSpan.FromSeconds(20) },
    };
}
