using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Files;
using StagingHarness.Scenarios.Planning;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Scenarios;

/// <summary>System files by themselves, without a scenario.</summary>
public static class SystemLoader
{
    /// <summary>Everything that is wrong with a system file, and its plan when nothing is; never an exception for what an author wrote.</summary>
    /// <param name="path">The system file, relative to the current directory or absolute.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static (ImmutableArray<Finding> Findings, SystemPlan? Plan) Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var root = RootFolder.Of(path);
        var findings = new FindingSink();
        var file = root.Relative(path) ?? path;
        var system = SystemReader.Read(root, file, findings);
        return (findings.ToFindings(), system is null || findings.HasErrors ? null : new SystemPlanner(system, file, root).Plan());
    }
}
