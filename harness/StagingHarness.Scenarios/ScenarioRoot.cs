using StagingHarness.Scenarios.Files;

namespace StagingHarness.Scenarios;

/// <summary>The folder that all paths of plans are relative to: where the solution or the repository is.</summary>
public static class ScenarioRoot
{
    /// <summary>Absolute path of the nearest folder, the given one or above it, that holds a solution or a <c>.git</c>; null when none does.</summary>
    public static string? FindAbove(string folder) => RootFolder.FindAbove(folder);
}
