using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Link;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Links;

/// <summary>The harness's own link as a member of a stage.</summary>
/// <param name="dialer">Reaches its control listener.</param>
/// <param name="timeProvider">Measures deadlines of orders.</param>
public sealed class LinkMember(IDialer dialer, TimeProvider timeProvider) : ILinkMember
{
    internal const string WaysListener = "ways";
    internal const string ControlListener = "control";

    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(30);

    public InstanceOrder CreateOrder(MemberPair between, RunIdentity run) => new()
    {
        Name = $"link-{between.From}-{between.To}",
        Generation = 1,
        Program = new ProgramSource.Own(HarnessProgram.Link),
        Arguments =
        [
            LinkProgram.ListenOption, $"{{listen.{WaysListener}}}",
            LinkProgram.ControlOption, $"{{listen.{ControlListener}}}",
        ],
        Environment = ImmutableSortedDictionary<string, string>.Empty.Add(ControlToken.Variable, run.ControlToken),
        Listeners = [new(WaysListener, ListenerReach.Stage), new(ControlListener, ListenerReach.Control)],
        Readiness = new ReadinessCheck.TcpAccepts(ControlListener) { Deadline = ReadyWithin },
    };

    public ILink Attach(IInstance instance, RunIdentity run) => new LinkClient(
        instance.Name, dialer, timeProvider, instance.AddressOf(ControlListener), instance.StageAddressOf(WaysListener).Host, run.ControlToken);
}
