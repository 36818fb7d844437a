using NUnit.Framework;
using StagingHarness.NUnit;

[TestFixture]
public sealed class Upgrades
{
    [ScenarioFiles("scenarios/**/*.scenario.yaml")]
    public Task Scenario_keeps_its_promise(ScenarioCase scenario) => scenario.RehearseAsync();
}
