using System.Collections.Immutable;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Pager;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.Execution.Pager;

/// <summary>The stand-in that plays the service that pages people, as a member of a stage; who does not know its key is refused.</summary>
/// <param name="http">From <see cref="ControlHttp.Create"/>; stays the caller's.</param>
/// <param name="timeProvider">Measures deadlines of calls.</param>
public sealed class PagerMember(HttpClient http, TimeProvider timeProvider) : IPagerMember
{
    private const string CallListener = "http";
    private const string ControlListener = "control";

    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(30);

    public InstanceOrder CreateOrder(PagerOrder pager, RunIdentity run) => new()
    {
        Name = "pager",
        Generation = 1,
        Program = new ProgramSource.Own(HarnessProgram.StandIn),
        Arguments =
        [
            PagerProgram.RoleOption, PagerProgram.Role,
            StandInProgram.ListenOption, $"{{listen.{CallListener}}}",
            StandInProgram.ControlOption, $"{{listen.{ControlListener}}}",
        ],
        Environment = ImmutableSortedDictionary<string, string>.Empty
            .Add(ControlToken.Variable, run.ControlToken)
            .Add(PagerProgram.RoutingKeyVariable, pager.RoutingKey),
        Listeners = [new(CallListener, ListenerReach.Stage), new(ControlListener, ListenerReach.Control)],
        Readiness = new ReadinessCheck.HttpOk(ControlListener, StandInProgram.HealthPath) { Deadline = ReadyWithin },
    };

    public IPager Attach(IInstance instance, PagerOrder pager, RunIdentity run) => new PagerClient(
        http, timeProvider, instance.AddressOf(CallListener), instance.AddressOf(ControlListener), pager.RoutingKey, run.ControlToken);
}
