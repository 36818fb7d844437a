using System.Collections.Immutable;
using System.Text.Json;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Gateway;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Execution.Gateway;

/// <summary>The harness's own gateway as a member of a stage.</summary>
/// <param name="http">From <see cref="ControlHttp.Create"/>; stays the caller's.</param>
/// <param name="timeProvider">Measures deadlines of control calls.</param>
public sealed class GatewayMember(HttpClient http, TimeProvider timeProvider) : IGatewayMember
{
    internal const string PublicListener = "http";
    internal const string ControlListener = "control";

    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(30);

    public InstanceOrder CreateOrder(GatewayOrder gateway, RunIdentity run) => new()
    {
        Name = GatewayOrder.Host,
        Generation = 1,
        Program = new ProgramSource.Own(HarnessProgram.Gateway),
        Arguments =
        [
            GatewayProgram.ListenOption, $"{{listen.{PublicListener}}}",
            GatewayProgram.ControlOption, $"{{listen.{ControlListener}}}",
            .. HttpOf(gateway),
        ],
        Environment = CreateEnvironment(gateway, run),
        Listeners = [new(PublicListener, ListenerReach.Edge) { Tls = gateway.Tls is not null }, new(ControlListener, ListenerReach.Control)],
        Readiness = new ReadinessCheck.HttpOk(ControlListener, GatewayProgram.HealthPath) { Deadline = ReadyWithin },
    };

    public IGateway Attach(IInstance instance, RunIdentity run) => new GatewayClient(
        new ControlChannel(http, timeProvider, "gateway"),
        instance.StageAddressOf(PublicListener),
        instance.ClientRoutes,
        instance.AddressOf(ControlListener),
        run.ControlToken);

    /// <summary>Nothing, where it is what the gateway speaks by itself.</summary>
    private static IEnumerable<string> HttpOf(GatewayOrder gateway) => gateway.Http switch
    {
        ClientHttp.Http11 => [],
        ClientHttp.Http2 => [GatewayProgram.HttpOption, "2"],
    };

    private static ImmutableSortedDictionary<string, string> CreateEnvironment(GatewayOrder gateway, RunIdentity run)
    {
        var environment = ImmutableSortedDictionary<string, string>.Empty.Add(ControlToken.Variable, run.ControlToken);
        return gateway.Tls is { } tls
            ? environment.Add(GatewayProgram.CertificateVariable, JsonSerializer.Serialize(tls.Certificate, GatewayJson.Default.GatewayCertificate))
            : environment;
    }
}
