using System.Collections.Immutable;

namespace StagingHarness.Execution.Supervision;

/// <summary>
/// Ends processes of runs whose harness is gone, as when harness and supervisor were both killed. Living runs' processes,
/// and those of other hosts or containers, are never touched. Linux only; elsewhere it finds nothing.
/// </summary>
public static class OrphanSweep
{
    /// <summary>Ends them, and says in one line each what was ended or could not be.</summary>
    public static ImmutableArray<string> Run()
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var process in LabelledProcess.FindAll().Where(process => OwnerIsGone(process.Owner)))
        {
            lines.Add(process.Kill()
                ? $"Process {process.ProcessId} of run '{process.RunId}', whose harness (process {process.Owner.ProcessId}) is gone, was ended."
                : $"Process {process.ProcessId} of run '{process.RunId}', whose harness (process {process.Owner.ProcessId}) is gone, could not be ended; end it by hand.");
        }

        return lines.ToImmutable();
    }

    private static bool OwnerIsGone(OwnerLabel owner) => ProcessTable.StartOf(owner.ProcessId) != owner.Start;
}
