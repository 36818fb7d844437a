using System.Collections.Immutable;
using System.Net;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.FunctionalTests.Processes;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Relay;

namespace StagingHarness.FunctionalTests.Dialing;

/// <summary>The real relay program as a child process of the test.</summary>
internal static class RelayProcess
{
    public const string Token = "token-of-the-relay-tests";

    private const string Listener = "relay";

    public static Task<LocalInstance> StartAsync(CancellationToken cancellationToken) => LocalInstance.StartAsync(
        new InstanceOrder
        {
            Name = "relay",
            Generation = 1,
            Program = new ProgramSource.Own(HarnessProgram.Relay),
            Arguments = [RelayProgram.ListenOption, $"{{listen.{Listener}}}"],
            Environment = ImmutableSortedDictionary<string, string>.Empty.Add(ControlToken.Variable, Token),
            Listeners = [new(Listener, ListenerReach.Control)],
            Readiness = new ReadinessCheck.TcpAccepts(Listener) { Deadline = TimeSpan.FromSeconds(20) },
        },
        cancellationToken);

    public static IPEndPoint EndPointOf(IInstance relay) => new(IPAddress.Loopback, relay.AddressOf(Listener).Port);

    public static RelayDialer Dial(IInstance relay, string token = Token)
    {
        var dialer = new RelayDialer(TimeProvider.System);
        dialer.UseRelay(EndPointOf(relay), token);
        return dialer;
    }
}
