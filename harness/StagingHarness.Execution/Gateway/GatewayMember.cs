using System.Collections.Immutable;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Gateway;

namespace StagingHarness.Execution.Gateway;

/// <summary>The harness's own gateway as a member of a stage.</summary>
/// <param name="http">From <see cref="ControlHttp.Create"/>; stays the caller's.</param>
/// <param name="timeProvider">Measures deadlines of control calls.</param>
public sealed class GatewayMember(HttpClient http, TimeProvider timeProvider) : IGatewayMember
{
    internal const string PublicListener = "http";
    internal const string ControlListener = "control";

    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(30);

    public InstanceOrder CreateOrder(RunIdentity run) => new()
    {
        Name = "gateway",
        Generation = 1,
        Program = new ProgramSource.Own(HarnessProgram.Gateway),
        Arguments =
        [
            GatewayProgram.ListenOption, $"{{listen.{PublicListener}}}",
            GatewayProgram.ControlOption, $"{{listen.{ControlListener}}}",
        ],
        Environment = ImmutableSortedDictionary<string, string>.Empty.Add(ControlToken.Variable, run.ControlToken),
        Listeners = [new(PublicListener, ListenerReach.Edge), new(ControlListener, ListenerReach.Control)],
        Readiness = new ReadinessCheck.HttpOk(ControlListener, GatewayProgram.HealthPath) { Deadline = ReadyWithin },
    };

    public IGateway Attach(IInstance instance, RunIdentity run) => new GatewayClient(
        new ControlChannel(http, timeProvider, "gateway"),
        instance.StageAddressOf(PublicListener),
        instance.ClientRoutes,
        instance.AddressOf(ControlListener),
        run.ControlToken);
}
