using System.Globalization;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.Scenarios;
using StagingHarness.Verdicts;

namespace StagingHarness.ScenarioTests;

/// <summary>
/// What is healthy stays green, time and again: each of the twins of scenarios/auth is rehearsed ten times, and neither fails, nor pages, nor is
/// detected to fail. Fewer rounds, for a look: STAGE_TWIN_ROUNDS.
/// </summary>
[TestFixture]
[Category("Nightly")]
public sealed class TwinsInTenRounds
{
    private const string RoundsVariable = "STAGE_TWIN_ROUNDS";

    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable(RoundsVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) && rounds > 0
        ? rounds
        : 10;

    private static IEnumerable<string> Twins => Directory
        .EnumerateFiles(Path.Combine(ShippedScenario.Root, "scenarios/auth"), "*.scenario.yaml")
        .Where(file => File.ReadAllText(file).Contains("\nintent: protect\n", StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(ShippedScenario.Root, file))
        .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Twins))]
    public async Task Twin_raises_no_false_alarm(string file)
    {
        var cancellationToken = TestContext.CurrentContext.CancellationToken;
        var alarms = new List<string>();
        for (var round = 1; round <= Rounds; round++)
        {
            var result = await ShippedScenario.RehearseAsync(file, ScenarioInputs.None, cancellationToken);
            var raised = result.Record.Events.Count(happened => happened is DetectionFired or PageSent);
            if (result.Verdict.Outcome != Outcome.Passed || raised > 0)
            {
                alarms.Add($"round {round}: {result.Verdict.Headline}, {raised} detections and pages, {result.Verdict.Sentence} ({result.Folder.Path})");
            }
        }

        alarms.Should().BeEmpty();
    }
}
