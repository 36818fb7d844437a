using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Stages;

namespace StagingHarness.Execution.Faults;

/// <summary>What faults work with.</summary>
internal sealed record FaultSurroundings
{
    public required Stage Stage { get; init; }

    public required ServerStarter Starter { get; init; }

    public required StageLinks Links { get; init; }

    public required IProbe Probe { get; init; }

    public required LifeWatch Lives { get; init; }

    public required RunClock Clock { get; init; }

    /// <exception cref="NoEffectException">Nothing runs there.</exception>
    public (Server Server, ServerRun Run) Running(string instance)
    {
        var server = Stage.Server(instance);
        return server.Active is { } run && !run.Instance.Exited.IsCompleted
            ? (server, run)
            : throw new NoEffectException($"Nothing runs on '{instance}' that the fault could hit.");
    }
}
