namespace StagingHarness.FunctionalTests.Replay;

/// <summary>Processes of a run, found below /proc.</summary>
internal static class RunProcesses
{
    /// <summary>Those that carry the label of the run, or whose arguments or environment name its folder.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(StageProcess stage)
    {
        var label = $"STAGING_HARNESS_RUN={stage.RunId}";
        var found = new List<string>();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)))
        {
            try
            {
                var text = await File.ReadAllTextAsync(Path.Combine(folder, "cmdline")) + await File.ReadAllTextAsync(Path.Combine(folder, "environ"));
                if (text.Contains(stage.Runs.Path, StringComparison.Ordinal) || text.Contains(label, StringComparison.Ordinal))
                {
                    found.Add(text.Replace('\0', ' '));
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It ended while it was being read, or it is not ours.
            }
        }

        return found;
    }
}
