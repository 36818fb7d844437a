using StagingHarness.Analysis.Bounds;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Building;

namespace StagingHarness.Loading;

/// <summary>Scenario files to plans, with the rules that need more than the file: what the detector can and cannot do.</summary>
public static class PlanLoader
{
    /// <summary>
    /// Loads a scenario file with everything that it names. Whatever is wrong is a finding, never an exception.
    /// </summary>
    /// <param name="path">The scenario file, relative to the current directory or absolute.</param>
    /// <param name="inputs">What is set from outside.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static LoadResult Load(string path, ScenarioInputs inputs) => ScenarioLoader.Load(path, inputs, BoundRules.Check);

    /// <summary>As above, for a scenario that was written in code.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="rootDirectory">The scenario root, from which its paths count.</param>
    /// <param name="inputs">What is set from outside.</param>
    /// <exception cref="ArgumentException">The root is empty.</exception>
    public static LoadResult Load(Scenario scenario, string rootDirectory, ScenarioInputs inputs) =>
        ScenarioLoader.Load(scenario, rootDirectory, inputs, BoundRules.Check);
}
