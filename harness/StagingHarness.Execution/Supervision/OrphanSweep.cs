using System.Collections.Immutable;

namespace StagingHarness.Execution.Supervision;

/// <summary>
/// Ends processes of runs whose harness is gone, and deletes their folders, as when harness and supervisor were both killed. What
/// belongs to living runs, or to other hosts or containers, is never touched. Linux only; elsewhere it finds nothing.
/// </summary>
public static class OrphanSweep
{
    /// <summary>Ends and deletes them, and says in one line each what was or could not be.</summary>
    public static ImmutableArray<string> Run()
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var process in LabelledProcess.FindAll().Where(process => OwnerIsGone(process.Owner)))
        {
            lines.Add(process.Kill()
                ? $"Process {process.ProcessId} of run '{process.RunId}', whose harness (process {process.Owner.ProcessId}) is gone, was ended."
                : $"Process {process.ProcessId} of run '{process.RunId}', whose harness (process {process.Owner.ProcessId}) is gone, could not be ended; end it by hand.");
        }

        lines.AddRange(LabelledFolder.Sweep());
        return lines.ToImmutable();
    }

    private static bool OwnerIsGone(OwnerLabel owner) => ProcessTable.StartOf(owner.ProcessId) != owner.Start;
}
