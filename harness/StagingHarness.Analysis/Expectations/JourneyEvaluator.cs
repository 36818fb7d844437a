using StagingHarness.Analysis.Outcomes;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Looks at the journeys that began in the phases and came to an end.</summary>
internal static class JourneyEvaluator
{
    public static ExpectationResult Evaluate(JourneyExpectationPlan plan, RunAnalysis analysis)
    {
        var phases = PhaseSelection.Of(analysis, plan.Phases);
        var ended = JourneyOutcomes.Of(analysis.Record.Plan.Traffic, plan.Journey, analysis.SamplesByDue)
            .Where(journey => phases.Contains(journey.Begun))
            .ToList();
        var observed = new Observed
        {
            Unit = "journey",
            Observations = ended.Select(journey => new Observation(journey.Begun, (journey.FailedAt is null) == plan.Completed, null)),
            Phases = phases,
            Instances = [],
            Instead = () => $"all journeys: {Describe(ended)}",
        };
        return CountedEvaluator.Evaluate(plan, observed, analysis);
    }

    /// <summary><c>completed x 12, failed at GET /api/orders x 3</c>.</summary>
    private static string Describe(IEnumerable<JourneyOutcome> ended) => string.Join(
        ", ",
        ended
            .GroupBy(journey => journey.FailedAt?.Index ?? -1)
            .OrderBy(same => same.Key)
            .Select(same => $"{(same.First().FailedAt is { } at ? $"failed at {at}" : "completed")} x {Figures.Count(same.Count())}"));
}
