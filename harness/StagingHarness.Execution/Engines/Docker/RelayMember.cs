using System.Collections.Immutable;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Engines.Docker.Containers;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Relay;

namespace StagingHarness.Execution.Engines.Docker;

/// <summary>The relay: the one way by which the harness comes to the networks of the stage.</summary>
internal sealed class RelayMember(RelayDialer dialer, RunIdentity run)
{
    public const string Listener = "relay";

    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(30);

    public InstanceOrder CreateOrder() => new()
    {
        Name = "relay",
        Generation = 1,
        Program = new ProgramSource.Own(HarnessProgram.Relay),
        Arguments = [RelayProgram.ListenOption, $"{{listen.{Listener}}}"],
        Environment = ImmutableSortedDictionary<string, string>.Empty.Add(ControlToken.Variable, run.ControlToken),
        Listeners = [new(Listener, ListenerReach.Control)],
        Readiness = new ReadinessCheck.TcpAccepts(Listener) { Deadline = ReadyWithin },
    };

    /// <summary>From now on the harness dials through it; a connection to itself shows that it serves.</summary>
    public void Use(DockerInstance relay)
    {
        // One that has ended already is nowhere; whoever waits for it to be ready is told how it ended.
        if (relay.PublishedAt(InstanceAddresses.ControlPort) is { } at)
        {
            dialer.UseRelay(at, run.ControlToken);
        }
    }
}
