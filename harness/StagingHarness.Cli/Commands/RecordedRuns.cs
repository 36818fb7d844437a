using System.Collections.Immutable;
using System.CommandLine;
using StagingHarness.History.Events;
using StagingHarness.History.Journal;
using StagingHarness.History.Runs;
using StagingHarness.Rehearsals;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Commands;

/// <summary>Reads the run folders that a command line names; what cannot be read is told, all of it.</summary>
/// <param name="error">Where it is told.</param>
/// <param name="verb">What cannot be done with a run then: <c>compared</c>.</param>
internal sealed class RecordedRuns(TextWriter error, string verb)
{
    public static Argument<string[]> Argument() => new("RUN-FOLDER")
    {
        Description = "Folders of runs, as 'stage run' names them in its last line.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>All of them with their verdicts, or the exit code of what is wrong.</summary>
    public (ImmutableArray<(string Folder, Verdict Verdict)> Runs, int ExitCode) Read(string[] folders)
    {
        if (!RunFolderArguments.AreUsable(folders, error))
        {
            return ([], ExitCodes.Usage);
        }

        var runs = folders.Select(folder => (Folder: folder, Verdict: Judge(folder))).ToList();
        return runs.Any(run => run.Verdict is null)
            ? ([], ExitCodes.Environment)
            : ([.. runs.Select(run => (run.Folder, run.Verdict!))], ExitCodes.Passed);
    }

    /// <summary>Null when nothing can be measured on it; the reason is told.</summary>
    private Verdict? Judge(string folder)
    {
        try
        {
            var verdict = Rehearsal.Judge(new RunFolder(folder)).Verdict;
            if (Trouble(verdict) is not { } trouble)
            {
                return verdict;
            }

            error.WriteLine($"stage: run '{folder}' {trouble}");
            return null;
        }
        catch (Exception exception) when (exception is UnreadableRunException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"stage: run '{folder}' cannot be {verb}: {exception.Message}");
            return null;
        }
    }

    /// <summary>What has not ended, was cut off or altered gives figures that never were. Null when it is whole.</summary>
    private static string? Trouble(Verdict verdict)
    {
        var record = verdict.Analysis.Record;
        return record.JournalDamage is { } damage ? Damaged(damage)
            : verdict.Analysis.Ended is null ? "has no end: it still goes on, or was killed; wait until it has ended, or run its scenario again"
            : IsAltered(record) ? Damaged("its samples are not those that were written")
            : null;
    }

    private static string Damaged(string how) => $"is damaged: {how}; run its scenario again";

    private static bool IsAltered(RunRecord record) =>
        record.Events.OfType<TrafficEnded>().Any(ended => ended.SamplesSha256 != record.SamplesSha256);
}
