using StagingHarness.Execution.Supervision;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>Freezes an instance and lets it go on, and sees that it did.</summary>
internal sealed class InstanceFreeze(string instance, SupervisedProcess process, TimeProvider timeProvider)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private volatile bool _wanted;

    /// <summary>As the system reads it; as it was told last where the system cannot tell.</summary>
    public bool IsFrozen => OperatingSystem.IsLinux() ? !process.Exited.IsCompleted && IsDone(frozen: true) : _wanted;

    /// <exception cref="InstanceNotFrozenException">It did not do so.</exception>
    public async Task SetAsync(bool frozen, CancellationToken cancellationToken)
    {
        _wanted = frozen;
        process.Signal(frozen ? ProcessSignal.Pause : ProcessSignal.Resume);

        // Where there is no /proc, the signal is all that can be said of it.
        var start = timeProvider.GetTimestamp();
        while (OperatingSystem.IsLinux() && !IsDone(frozen))
        {
            if (process.Exited.IsCompleted || timeProvider.GetElapsedTime(start) > Deadline)
            {
                throw new InstanceNotFrozenException(
                    instance, process.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), frozen, Deadline);
            }

            await Task.Delay(Look, timeProvider, cancellationToken);
        }
    }

    /// <summary>The process and all that descends from it; what has ended meanwhile does not count, except the process.</summary>
    private bool IsDone(bool frozen) =>
        ProcessTable.IsFrozen(process.ProcessId) == frozen
        && ProcessTable.DescendantsOf(process.ProcessId).All(id => ProcessTable.IsFrozen(id) is not { } state || state == frozen);
}
