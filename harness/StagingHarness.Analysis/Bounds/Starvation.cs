using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Analysis.Bounds;

/// <summary>What an expectation asks of a stretch in which there cannot be so much.</summary>
internal static class Starvation
{
    /// <summary>What it wants and cannot get; null when it can.</summary>
    public static string? Of(ExpectationPlan expectation, ScenarioPlan plan, TimeSpan window) => expectation switch
    {
        CountedExpectationPlan { Quantifier: UnbrokenQuantifier unbroken } when unbroken.Time > window =>
            $"wants {Figures.Seconds(unbroken.Time)} without a break, which is more than there is",
        AnswersExpectationPlan answers => Fewer(Wanted(answers.Samples), Due(plan, window, answers.Of), "request is due", "requests are due"),
        ServedExpectationPlan served => Fewer(Wanted(served.Samples), Due(plan, window, new AnswerSelection()), "request is due", "requests are due"),
        JourneyExpectationPlan journey => Fewer(Wanted(journey.Samples), Begun(plan, window, journey), "journey begins", "journeys begin"),
        LatencyExpectationPlan latency => Fewer(latency.MinimumSamples, Due(plan, window, latency.Of), "request is due", "requests are due"),
        CompareExpectationPlan compare => Fewer(compare.MinimumSamples, Due(plan, window, compare.Of), "request is due", "requests are due"),
        PageExpectationPlan { Expected: false } page =>
            Fewer(page.MinimumSamples, Due(plan, window, new AnswerSelection()), "request is due", "requests are due"),
        AlertExpectationPlan { Expected: false } alert => Fewer(
            alert.MinimumSamples, (int)(window / plan.Clock.ToReal(plan.Alerting.Every)), "evaluation is made", "evaluations are made"),
        AvailabilityExpectationPlan availability => Fewer(
            Wanted(availability.Samples), (int)(window / availability.Per), "whole window fits", "whole windows fit"),
        HealthExpectationPlan health when Checks(plan, window) is { } checks =>
            Fewer(Wanted(health.Samples), checks, "health check is read", "health checks are read"),
        _ => null,
    };

    /// <summary>No single server can have more than there are of all.</summary>
    private static int Wanted(SampleMinimum samples) => Math.Max(samples.Total, samples.PerInstance);

    private static string? Fewer(int wanted, int most, string one, string many) =>
        wanted <= most ? null : $"wants {Figures.Count(wanted, "sample")}, and at most {Figures.Count(most)} {(most == 1 ? one : many)}";

    /// <summary>
    /// Requests of the traffic that are due in a stretch, by their weights. The order within a cycle is drawn, so that a window may hold a few more; no
    /// gate should count on them.
    /// </summary>
    private static int Due(ScenarioPlan plan, TimeSpan window, AnswerSelection of)
    {
        var all = new TrafficPace(plan.Traffic).MostDue(window);
        var turns = plan.Traffic.AllTurns();
        var wanted = turns.Sum(turn => turn.Weight * plan.Traffic.Requests.AsSpan(turn.First, turn.Count).ToArray()
            .Count(sent => of.Request is null || sent.ToString() == of.Request));

        // The requests of a recording come as they came: any window may hold one of them alone.
        return plan.Traffic.Recorded is null ? (int)Math.Ceiling((double)all * wanted / turns.Sum(turn => turn.Weight)) : wanted == 0 ? 0 : (int)all;
    }

    /// <summary>Journeys that begin in a stretch, at most.</summary>
    private static int Begun(ScenarioPlan plan, TimeSpan window, JourneyExpectationPlan journey)
    {
        var turns = plan.Traffic.AllTurns();
        var wanted = turns.Where(turn => turn.Journey == journey.Journey).Sum(turn => turn.Weight);
        return (int)Math.Ceiling((double)new TrafficPace(plan.Traffic).MostDue(window) * wanted / turns.Sum(turn => turn.Weight));
    }

    /// <summary>Health checks of all servers that can stand at once, of whatever service, at most; null when no service has any.</summary>
    private static int? Checks(ScenarioPlan plan, TimeSpan window)
    {
        var watched = plan.Stage.Where(placement => plan.System.Service(placement.Service).Health is not null).ToList();
        return watched.Count == 0 ? null : watched.Sum(placement => Servers(plan, placement) * ((int)(window / plan.System.Service(placement.Service).Health!.Interval) + 1));
    }

    private static int Servers(ScenarioPlan plan, ServicePlacementPlan placement) =>
        placement.Instances + plan.Steps.OfType<AddStepPlan>().Where(step => step.Service == placement.Service).Sum(step => step.Servers.Length + step.Twins.Length);
}
