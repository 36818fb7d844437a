using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Engines;
using StagingHarness.NUnit;
using StagingHarness.Scenarios;
using StagingHarness.TestKit.Files;
using StagingHarness.Verdicts;

namespace StagingHarness.FunctionalTests.Replay;

/// <summary>Every strategy that ships, with its twin, where instances are processes: scenario tests run them on containers where Docker answers.</summary>
public sealed class StrategyTests
{
    private static IEnumerable<string> Strategies => Directory
        .EnumerateFiles(Path.Combine(Checkout.Root, "scenarios", "upgrades"), "*.scenario.yaml")
        .Where(file => ScenarioLoader.Load(file, []).Plan is { } plan && plan.Tags.Contains("strategy"))
        .Select(file => Path.GetRelativePath(Checkout.Root, file))
        .Order(StringComparer.Ordinal);

    [Test]
    public void Every_strategy_has_a_pair()
    {
        var names = Strategies.Select(file => Path.GetFileName(file).Replace(".scenario.yaml", "", StringComparison.Ordinal));

        names.Should().Contain(["rolling", "rolling-twin", "canary", "canary-twin", "blue-green", "blue-green-twin", "join", "join-twin"]);
    }

    [Category("Nightly")]
    [TestCaseSource(nameof(Strategies))]
    public async Task Strategy_keeps_its_promise_where_instances_are_processes(string file)
    {
        try
        {
            var result = await Replays.RunAsync(Checkout.Root, file, EngineWish.Process);
            result.ShouldExitWith(ExitCodes.Passed);
        }
        catch (NoEngineException exception)
        {
            SkipPolicy.Skip(exception.Message);
        }
    }
}
