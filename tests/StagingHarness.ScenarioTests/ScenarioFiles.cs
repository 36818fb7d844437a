using StagingHarness.NUnit;

namespace StagingHarness.ScenarioTests;

/// <summary>Every scenario that ships is a test case.</summary>
public sealed class ScenarioFiles
{
    [ScenarioFiles("scenarios/**/*.scenario.yaml")]
    public Task Scenario_keeps_its_promise(ScenarioCase scenario) => scenario.RehearseAsync();
}
