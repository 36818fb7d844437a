using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Units;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts.Comparisons;

namespace StagingHarness.Tests.Verdicts.Comparisons;

public sealed class ComparisonBuilderTests
{
    [TestCase("upgrade to outage", "5 min", MeasureLabel.ScriptedWithOverrun, 5_050)]
    [TestCase("outage to page", "0 min", MeasureLabel.Measured, 35)]
    [TestCase("page to acknowledge", "5 min", MeasureLabel.Scripted, 5_000)]
    [TestCase("acknowledge to rollback", "1 min", MeasureLabel.Scripted, 1_003)]
    [TestCase("rollback takes", "2 min", MeasureLabel.Scripted, 2_000)]
    [TestCase("restart to traffic", "2 min", MeasureLabel.Scripted, 2_001)]
    public void Row_has_its_reported_and_its_measured_time(string name, string reported, MeasureLabel label, int milliseconds)
    {
        var row = Row(Incident(), name);

        row.Reported.Should().Equal(reported);
        row.Label.Should().Be(label);
        row.MeasuredReal.Should().Be(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Test]
    public void Scripted_minimum_and_overrun_are_kept_apart()
    {
        var row = Row(Incident(), "upgrade to outage");

        row.Scripted.Should().Be(new IncidentDuration(5));
        row.Overrun.Should().Be(TimeSpan.FromMilliseconds(50));
        row.MeasuredIncident!.Value.Minutes.Should().BeApproximately(5.05, 1e-9);
    }

    [Test]
    public void Detection_is_never_scaled_up_into_incident_minutes()
    {
        var row = Row(Incident(), "outage to page");

        row.MeasuredIncident.Should().BeNull();
        row.Scripted.Should().BeNull();
        row.Overrun.Should().BeNull();
    }

    [Test]
    public void Both_claims_about_the_outage_are_shown()
    {
        var comparison = ComparisonBuilder.Build(RunAnalysis.Of(Incident()))!;

        Row(Incident(), "outage length").Reported.Should().Equal("15 min (summary)", "10 min (timeline)");
        comparison.OutageBySummary.Should().Be(new IncidentDuration(15));
        comparison.OutageByTimeline.Should().Be(new IncidentDuration(10));
    }

    [Test]
    public void Failed_requests_are_those_of_the_outage() =>
        Row(Incident(), "failed requests in the outage").Figure.Should().Be("1,004 of 1,004 (100 %)");

    [Test]
    public void What_did_not_happen_is_absent()
    {
        var row = Row(CalmRun.Record(IncidentPlans.Replay()), "outage to page");

        row.Label.Should().Be(MeasureLabel.Absent);
        row.MeasuredReal.Should().BeNull();
    }

    [Test]
    public void Outage_that_is_not_over_says_so()
    {
        var open = Incident().Answering((due, _) => due >= IncidentRun.Returned ? SampleAnswer.Gateway(503) : null);

        ComparisonBuilder.Build(RunAnalysis.Of(open))!.Rows.Should().Contain(row => row.Name == "outage length (not over at the end)");
    }

    [Test]
    public void Scenario_without_a_report_has_no_comparison() =>
        ComparisonBuilder.Build(RunAnalysis.Of(CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible)))).Should().BeNull();

    [Test]
    public void Steps_that_follow_without_a_time_of_their_own_are_measured()
    {
        var untimed = Incident().WithPlan(plan => plan with
        {
            Steps = [.. plan.Steps.Select(step => step with { Start = new StepStart.AfterPrevious() })],
        });

        Row(untimed, "upgrade to outage").Label.Should().Be(MeasureLabel.Measured);
    }

    private static RunRecord Incident() => IncidentRun.Record(IncidentPlans.Replay());

    private static ComparisonRow Row(RunRecord record, string name) =>
        ComparisonBuilder.Build(RunAnalysis.Of(record))!.Rows.Single(row => row.Name == name);
}
