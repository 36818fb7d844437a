using StagingHarness.Analysis.Bounds;
using StagingHarness.Scenarios;

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
}
