using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Expectations;

public sealed class BrowserEvaluatorTests
{
    private static RunRecord Incident => IncidentRun.Record(IncidentPlans.Replay());

    [Test]
    public void Journeys_are_told_by_how_they_ended()
    {
        var result = Evaluate(ExpectationPlans.Browser(), Incident.Visited(500, 10, 11).Visited(503, 12).Visited(200, 13));

        result.Standing.Should().Be(Standing.NotMet);
        result.Got.Should().Contain(
            "all journeys: wrong at open /dashboard, page answered 500 x 2, completed x 1, wrong at open /dashboard, page answered 503 x 1");
        result.Wanted.Should().Contain("every journey 'dashboard' in the browser wrong on the way, with a page answered 500");
    }

    [Test]
    public void Journey_that_a_phase_cuts_counts_for_neither()
    {
        var record = Incident.Visited(500, 10, 11, 12);
        var upgraded = RunAnalysis.Of(record).Timeline.Find("upgraded")!.Stretches[0].From;

        Evaluate(ExpectationPlans.Browser(), record.Visited(200, upgraded.TotalSeconds - 0.1)).Samples.Total.Should().Be(3);
    }

    [Test]
    public void Journeys_of_another_name_do_not_count() =>
        Evaluate(ExpectationPlans.Browser() with { Journey = "orders" }, Incident.Visited(500, 10, 11, 12)).Standing.Should().Be(Standing.Inconclusive);

    private static ExpectationResult Evaluate(BrowserExpectationPlan plan, RunRecord record) =>
        ExpectationCheck.One(plan, RunAnalysis.Of(record.WithPlan(before => before with { Expectations = [plan] })));
}
