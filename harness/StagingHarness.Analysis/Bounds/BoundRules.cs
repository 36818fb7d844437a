using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Bounds;

/// <summary>A plan does not expect what it cannot do.</summary>
public static class BoundRules
{
    public static IEnumerable<PlanObjection> Check(ScenarioPlan plan) => [.. CheckPages(plan), .. GateBounds.Check(plan), .. SampleBounds.Check(plan)];

    private static IEnumerable<PlanObjection> CheckPages(ScenarioPlan plan)
    {
        var bounds = PlanBounds.Of(plan);
        return plan.Expectations.OfType<PageExpectationPlan>()
            .Where(expectation => expectation.Expected && expectation.Within < bounds.Page)
            .Select(expectation => new PlanObjection
            {
                Code = FindingCode.PageTooEarly,
                Place = expectation.Place,
                Summary = $"'{expectation.Name}' wants a page within {Figures.Seconds(expectation.Within!.Value)}, "
                    + $"and none can come before {Figures.Seconds(bounds.Page)}.",
                Hint = bounds.PagingRule is { } rule
                    ? $"rule '{rule}' must be pending for {plan.Alerting.Rule(rule)!.For} before it pages: give the page more time, or the rule a shorter 'for'"
                    : $"detection needs {Figures.Count(bounds.WrongAnswers, "wrong answer")}, and {Pace(plan.Traffic)} the last of them is due then: "
                    + "give it more time, raise 'traffic.rate' or lower 'detection.threshold'",
            });
    }

    private static string Pace(TrafficPlan traffic) => traffic.Arrivals is null ? $"at {Figures.Rate(traffic.RatePerSecond)}" : "where requests come fastest";
}
