using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Execution.Supervision;

/// <summary>A process that lives under the run's supervisor.</summary>
internal sealed class SupervisedProcess(string id, SupervisorClient client)
{
    private readonly TaskCompletionSource<int> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int?> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => id;

    public int ProcessId => _started.Task.Result;

    /// <summary>Exit code once it has ended; null when the supervisor was lost and nobody can say. Never faults.</summary>
    public Task<int?> Exited => _exited.Task;

    internal Task<int> Started => _started.Task;

    /// <summary>When it started, as the system's process table says; tells it from a later process with its id.</summary>
    internal string? Start { get; private set; }

    public void Signal(ProcessSignal signal)
    {
        if (!_exited.Task.IsCompleted)
        {
            client.Send(new SignalCommand { Id = id, Signal = signal });
        }
    }

    internal void OnStarted(int processId)
    {
        Start = ProcessTable.StartOf(processId);
        _started.TrySetResult(processId);
    }

    internal void OnStartFailed(Exception problem)
    {
        _started.TrySetException(problem);
        _exited.TrySetResult(null);
    }

    internal void OnExited(int exitCode) => _exited.TrySetResult(exitCode);

    internal void OnLost(Exception loss)
    {
        if (_started.Task.IsCompletedSuccessfully)
        {
            ProcessTable.Kill(ProcessId, Start);
        }

        _started.TrySetException(loss);
        // Whoever waits for the start is told; whoever gave up waiting needs not be.
        _ = _started.Task.Exception;
        _exited.TrySetResult(null);
    }
}
