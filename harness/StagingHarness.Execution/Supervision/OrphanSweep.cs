using System.Collections.Immutable;

namespace StagingHarness.Execution.Supervision;

/// <summary>
/// Ends processes of runs whose harness is gone, and deletes their folders, as when harness and supervisor were both killed. What
/// belongs to living runs, or to other hosts or containers, is never touched. Linux only; elsewhere it finds nothing.
/// </summary>
public static class OrphanSweep
{
    /// <summary>Ends and deletes them, and says in one line each what was or could not be.</summary>
    public static SweepReport Run()
    {
        var removed = ImmutableArray.CreateBuilder<string>();
        var left = ImmutableArray.CreateBuilder<string>();
        foreach (var process in Orphans())
        {
            if (process.Kill())
            {
                removed.Add($"{NameOf(process)} was ended.");
            }
            else
            {
                left.Add($"{NameOf(process)} could not be ended; end it by hand ('kill -9 {process.ProcessId}').");
            }
        }

        return new SweepReport(removed.ToImmutable(), left.ToImmutable()) + LabelledFolder.Sweep();
    }

    /// <summary>What <see cref="Run"/> would end; a line each.</summary>
    public static ImmutableArray<string> Find() => [.. Orphans().Select(process => $"{NameOf(process)} would be ended."), .. LabelledFolder.Find()];

    private static IEnumerable<LabelledProcess> Orphans() => LabelledProcess.FindAll().Where(process => process.Owner.IsGone());

    private static string NameOf(LabelledProcess process) =>
        $"Process {process.ProcessId} of run '{process.RunId}', whose harness (process {process.Owner.ProcessId}) is gone,";
}
