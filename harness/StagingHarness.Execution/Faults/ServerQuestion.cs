using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Stages;

namespace StagingHarness.Execution.Faults;

/// <summary>Asks a server directly, past the gateway, whether it still reacts.</summary>
internal sealed class ServerQuestion(IProbe probe)
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(1);

    /// <summary>An answer of any status is one.</summary>
    public async Task<(bool Reacts, string What)> AskAsync(Server server, IInstance instance, string path, CancellationToken cancellationToken)
    {
        var answer = await probe.GetAsync(new Uri(instance.AddressOf(ServerRun.Listener), path), Within, cancellationToken);
        return answer.Status is { } status
            ? (true, $"'{server.Name}' answers '{path}' with {status}")
            : (false, $"'{server.Name}' does not answer '{path}' ({answer.Problem})");
    }

    public async Task<(bool Reacts, string What)> ConnectAsync(Server server, IInstance instance, CancellationToken cancellationToken)
    {
        var problem = await probe.ConnectAsync(instance.AddressOf(ServerRun.Listener), Within, cancellationToken);
        return problem is null
            ? (true, $"'{server.Name}' takes connections")
            : (false, $"'{server.Name}' takes no connection ({problem})");
    }
}
