using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>
/// Looks at the journeys in the browser that began and ended in the phases. One takes seconds: what was under way when a phase ended says something of two of them,
/// and counts for neither.
/// </summary>
internal static class BrowserEvaluator
{
    public static ExpectationResult Evaluate(BrowserExpectationPlan plan, RunAnalysis analysis)
    {
        var phases = PhaseSelection.Of(analysis, plan.Phases);
        var ended = analysis.Record.Events.OfType<BrowserJourneyEnded>()
            .Where(journey => journey.Journey == plan.Journey && phases.Contains(journey.Began) && phases.Contains(journey.Began + journey.Took))
            .OrderBy(journey => journey.Began)
            .ToList();
        var observed = new Observed
        {
            Unit = "journey",
            Observations = ended.Select(journey => new Observation(journey.Began, Fits(plan, journey), null)),
            Phases = phases,
            Instances = [],
            Instead = () => $"all journeys: {Describe(ended)}",
        };
        return CountedEvaluator.Evaluate(plan, observed, analysis);
    }

    private static bool Fits(BrowserExpectationPlan plan, BrowserJourneyEnded journey) =>
        journey.IsCompleted == plan.Completed && (plan.Status is null || journey.Status == plan.Status);

    /// <summary><c>completed x 12, wrong at 'open /dashboard', page answered 500 x 3</c>.</summary>
    private static string Describe(IEnumerable<BrowserJourneyEnded> ended) => string.Join(
        ", ",
        ended
            .GroupBy(BrowserWords.Of)
            .OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => $"{same.Key} x {Figures.Count(same.Count())}"));
}
