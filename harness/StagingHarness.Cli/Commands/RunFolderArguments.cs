using StagingHarness.History.Runs;

namespace StagingHarness.Cli.Commands;

/// <summary>Folders that a command line names, and that must be those of runs. What else may be wrong with a run is found when it is read.</summary>
internal static class RunFolderArguments
{
    /// <summary>Whether all are there, and none is a folder of runs; the others are told.</summary>
    /// <param name="folders">As they were named.</param>
    /// <param name="error">Where it is told.</param>
    public static bool AreUsable(IEnumerable<string> folders, TextWriter error)
    {
        var problems = folders.Select(ProblemOf).OfType<string>().ToList();
        foreach (var problem in problems)
        {
            error.WriteLine($"stage: {problem}");
        }

        return problems.Count == 0;
    }

    private static string? ProblemOf(string folder)
    {
        if (File.Exists(folder))
        {
            return $"'{folder}' is a file; name the folder of a run";
        }

        if (!Directory.Exists(folder))
        {
            return $"run folder '{folder}' does not exist; name one that 'stage run' has made, such as .stage/runs/NAME";
        }

        // As a harness names them, the last one is the newest.
        var within = IsRun(folder) ? [] : RunsIn(folder);
        return within is [.., var last]
            ? $"folder '{folder}' is no run, and holds {(within.Length == 1 ? "one" : $"{within.Length} of them")}; name runs themselves, such as '{last}'"
            : null;
    }

    private static string[] RunsIn(string folder)
    {
        try
        {
            return [.. Directory.GetDirectories(folder).Where(IsRun).Order(StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // That it cannot be read is told when it is to be.
            return [];
        }
    }

    private static bool IsRun(string folder) => File.Exists(new RunFolder(folder).Journal);
}
