using System.Collections.Immutable;
using StagingHarness.Files;
using StagingHarness.Loading;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Checking;

/// <summary>Checks scenario and system files without an engine, and without starting anything.</summary>
public static class FileCheck
{
    /// <param name="files">A system file is known by its name; every other one is read as a scenario.</param>
    /// <param name="inputs">What is set from outside, in every scenario.</param>
    public static CheckReport Run(IReadOnlyList<string> files, ScenarioInputs inputs)
    {
        var told = new HashSet<Finding>();
        return new CheckReport(
        [
            .. files.Select(file => new CheckedFile(file, [.. FindingsOf(file, inputs).Where(told.Add)])),
        ]);
    }

    private static ImmutableArray<Finding> FindingsOf(string file, ScenarioInputs inputs) =>
        file.EndsWith(FileFinder.SystemSuffix, StringComparison.Ordinal)
            ? SystemLoader.Load(file).Findings
            : PlanLoader.Load(file, inputs).Findings;
}
