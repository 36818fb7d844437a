using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Versions;
using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Looks how long, and for how many requests, old and new servers took traffic side by side.</summary>
internal static class MixedEvaluator
{
    public static ExpectationResult Evaluate(MixedExpectationPlan plan, RunAnalysis analysis)
    {
        var states = MixedStates.Of(analysis);
        var wanted = states.FirstOrDefault(state => state.New == plan.New && state.Of == plan.Of)
            ?? new MixedState(plan.New, plan.Of, TimeSpan.Zero, 0, 0);
        var isReached = wanted.Requests >= plan.LeastRequests && wanted.Time >= plan.LeastTime && wanted.Requests > 0;

        // What was reached stays reached; what was not may be missing from a journal that is not whole.
        var (standing, reason) = (isReached, analysis.WhyIncomplete) switch
        {
            (true, _) => (Standing.Met, null),
            (false, null) => (Standing.NotMet, null),
            (false, { } incomplete) => (Standing.Inconclusive, (string?)incomplete),
        };
        return new ExpectationResult
        {
            Number = plan.Number,
            Name = plan.Name,
            Place = plan.Place,
            Standing = standing,
            ReportOnly = plan.ReportOnly,
            Wanted = ExpectationWords.Wanted(plan),
            Got = isReached ? Words(wanted) : $"{Words(wanted)}; all states: {All(states)}",
            Samples = new ExpectationSamples("request", wanted.Requests, plan.LeastRequests, 0, ImmutableSortedDictionary<string, long>.Empty),
            Window = PhaseSelection.Of(analysis, []).Describe(),
            Reason = reason,
        };
    }

    private static string All(ImmutableArray<MixedState> states) => states.IsEmpty ? "none" : string.Join(", ", states.Select(Words));

    private static string Words(MixedState state) =>
        $"{state.New} of {state.Of} for {Figures.Count(state.Requests, "request")} in {Figures.Seconds(state.Time)}";
}
