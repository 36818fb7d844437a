using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Alerts;
using StagingHarness.History.Events;
using StagingHarness.Reporting.Tuning;
using StagingHarness.Scenarios;
using StagingHarness.Verdicts;

namespace StagingHarness.ScenarioTests;

/// <summary>What is tuned on recorded runs holds for live ones only if both see the same.</summary>
[TestFixture]
public sealed class AlertsAndTheirReplay
{
    private const string Rule = "too-many-errors";

    [Test]
    public async Task Rules_change_in_a_run_when_they_change_in_its_replay()
    {
        var result = await ShippedScenario.RehearseAsync(
            "scenarios/incident/2023-05-13-alerts.scenario.yaml", ScenarioInputs.None, TestContext.CurrentContext.CancellationToken);

        result.Verdict.Outcome.Should().Be(Outcome.Passed, because: result.Verdict.Sentence);
        var live = result.Record.Events.OfType<AlertChanged>().Select(change => (change.Rule, change.Evaluated, change.From, change.To)).ToList();
        live.Should().Contain(change => change.Rule == Rule && change.To == AlertState.Firing);
        var replayed = AlertReplay.Of(result.Verdict.Analysis, result.Record.Plan.Alerting.Rules).Where(evaluation => evaluation.HasChanged);
        replayed.Select(evaluation => (evaluation.Rule.Name, evaluation.At, evaluation.From, evaluation.To)).Should().Equal(live);

        var paged = result.Record.Events.OfType<AlertChanged>().First(change => change.Pages).Evaluated;
        var run = TunedRun.Of(result.Folder.Path, result.Verdict);
        var written = TunedTable.Of([run], Rule).Rows.Single(row => row.IsWritten).Cells.Single();
        written.TimeToPage.Should().Be(paged - run.Onset!.Value);
        written.FalsePages.Should().Be(0);
    }
}
