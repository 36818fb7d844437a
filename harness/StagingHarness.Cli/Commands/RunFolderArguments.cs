using StagingHarness.History.Runs;

namespace StagingHarness.Cli.Commands;

/// <summary>Folders that a command line names, and that must be those of runs. What else may be wrong with a run is found when it is read.</summary>
internal static class RunFolderArguments
{
    /// <summary>Tells of each that is missing, or that is no run and holds some.</summary>
    /// <returns>Nothing was to be told.</returns>
    public static bool Check(IEnumerable<string> folders, TextWriter error)
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
        if (!Directory.Exists(folder))
        {
            return $"run folder '{folder}' does not exist; name one that 'stage run' has made, such as .stage/runs/NAME";
        }

        // Their names begin with the time at which they began.
        var within = IsRun(folder) ? [] : Directory.GetDirectories(folder).Where(IsRun).Order(StringComparer.Ordinal).ToArray();
        return within is [.., var newest]
            ? $"folder '{folder}' is no run, and holds {(within.Length == 1 ? "one" : $"{within.Length} of them")}; name runs themselves, such as '{newest}'"
            : null;
    }

    private static bool IsRun(string folder) => File.Exists(new RunFolder(folder).Journal);
}
