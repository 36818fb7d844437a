using System.Collections.Immutable;
using StagingHarness.Files;
using StagingHarness.Loading;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Listing;

/// <summary>All scenarios below a folder.</summary>
public static class ScenarioList
{
    /// <param name="folder">Where to look.</param>
    /// <param name="tags">Those that a scenario must all have. A file with errors is always listed: whether it has them cannot be told.</param>
    /// <param name="inputs">What is set from outside.</param>
    public static ImmutableArray<ListedScenario> Of(string folder, IReadOnlyCollection<string> tags, ScenarioInputs inputs) =>
    [
        .. FileFinder.ScenariosBelow(folder)
            .Select(file => Listed(file, inputs))
            .Where(scenario => scenario.Errors > 0 || tags.All(tag => scenario.Tags.Contains(tag))),
    ];

    private static ListedScenario Listed(string file, ScenarioInputs inputs)
    {
        var loaded = PlanLoader.Load(file, inputs);
        return new ListedScenario
        {
            File = Path.GetRelativePath(loaded.RootDirectory, file).Replace('\\', '/'),
            Name = loaded.Name,
            Title = loaded.Plan?.Title,
            Intent = loaded.Plan?.Intent,
            Tags = loaded.Plan?.Tags ?? [],
            Errors = loaded.Findings.Count(finding => finding.Severity == Severity.Error),
        };
    }
}
