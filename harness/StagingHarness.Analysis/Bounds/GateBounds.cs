using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Analysis.Bounds;

/// <summary>A gate decides something, and its window can hold the samples that it asks for.</summary>
internal static class GateBounds
{
    public static IEnumerable<PlanObjection> Check(ScenarioPlan plan) =>
        plan.Steps.SelectMany((step, index) => step is GateStepPlan gate ? CheckGate(plan, gate, index) : []);

    private static IEnumerable<PlanObjection> CheckGate(ScenarioPlan plan, GateStepPlan gate, int index)
    {
        if (gate.Expectations.All(expectation => expectation.ReportOnly))
        {
            yield return new PlanObjection
            {
                Code = FindingCode.GateDecidesNothing,
                Place = gate.Expectations[0].Place,
                Summary = "every expectation of this gate is 'report-only', so it could never be met.",
                Hint = "remove 'report-only' from one of them, or take the gate away",
            };
        }

        if (GateWindow.Longest(plan, index) is not { } window)
        {
            yield break;
        }

        foreach (var expectation in gate.Expectations)
        {
            if (Starvation.Of(expectation, plan, window) is { } why)
            {
                yield return new PlanObjection
                {
                    Code = FindingCode.GateStarves,
                    Place = expectation.Place,
                    Summary = $"'{expectation.Name}' {why} in the {Figures.Seconds(window)} before this gate, so the gate could never be met.",
                    Hint = "ask for fewer ('samples'), or let more time go by before the gate ('pause', 'hold', 'bake', 'over', 'watch')",
                };
            }
        }
    }
}
