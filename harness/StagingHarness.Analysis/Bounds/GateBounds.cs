using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;
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
            if (Starves(expectation, plan, window) is { } why)
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

    /// <summary>What it wants and cannot get; null when it can.</summary>
    private static string? Starves(ExpectationPlan expectation, ScenarioPlan plan, TimeSpan window) => expectation switch
    {
        CountedExpectationPlan { Quantifier: UnbrokenQuantifier unbroken } when unbroken.Time > window =>
            $"wants {Figures.Seconds(unbroken.Time)} without a break, which is more than there is",
        AnswersExpectationPlan answers => Fewer(answers.Samples.Total, Due(plan, window, answers.Of), "request is due", "requests are due"),
        ServedExpectationPlan served => Fewer(served.Samples.Total, Due(plan, window, new AnswerSelection()), "request is due", "requests are due"),
        LatencyExpectationPlan latency => Fewer(latency.MinimumSamples, Due(plan, window, latency.Of), "request is due", "requests are due"),
        CompareExpectationPlan compare => Fewer(compare.MinimumSamples, Due(plan, window, compare.Of), "request is due", "requests are due"),
        PageExpectationPlan { Expected: false } page =>
            Fewer(page.MinimumSamples, Due(plan, window, new AnswerSelection()), "request is due", "requests are due"),
        AvailabilityExpectationPlan availability => Fewer(
            availability.Samples.Total, (int)(window / availability.Per), "whole window fits", "whole windows fit"),
        HealthExpectationPlan health when Checks(plan, window) is { } checks =>
            Fewer(health.Samples.Total, checks, "health check is read", "health checks are read"),
        _ => null,
    };

    private static string? Fewer(int wanted, int most, string one, string many) =>
        wanted <= most ? null : $"wants {Figures.Count(wanted, "sample")}, and at most {Figures.Count(most)} {(most == 1 ? one : many)}";

    /// <summary>Requests of the traffic that are due in a stretch, at most; they are taken in turn.</summary>
    private static int Due(ScenarioPlan plan, TimeSpan window, AnswerSelection of)
    {
        var wanted = of.Request is { } request ? plan.Traffic.Requests.Count(sent => $"{sent.Method} {sent.Path}" == request) : plan.Traffic.Requests.Length;
        return (int)Math.Ceiling(window.TotalSeconds * plan.Traffic.RatePerSecond * wanted / plan.Traffic.Requests.Length);
    }

    /// <summary>Health checks of all servers that can stand at once, at most; null when the service has none.</summary>
    private static int? Checks(ScenarioPlan plan, TimeSpan window)
    {
        var service = plan.Traffic.Service;
        if (plan.System.Service(service).Health is not { } health)
        {
            return null;
        }

        var added = plan.Steps.OfType<AddStepPlan>().Where(step => step.Service == service).Sum(step => step.Servers.Length + step.Twins.Length);
        var servers = plan.Stage.Where(placement => placement.Service == service).Sum(placement => placement.Instances) + added;
        return servers * ((int)(window / health.Interval) + 1);
    }
}
