using NUnit.Framework;
using StagingHarness.NUnit;

namespace StagingHarness.ScenarioTests;

/// <summary>
/// Every scenario that ships is a test case. The fixture attribute is needed: NUnit only looks into assemblies that name
/// something of its own.
/// </summary>
[TestFixture]
public sealed class ScenarioFiles
{
    [ScenarioFiles("scenarios/**/*.scenario.yaml")]
    public Task Scenario_keeps_its_promise(ScenarioCase scenario) => scenario.RehearseAsync();
}
