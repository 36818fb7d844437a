using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Checks that the milestones came, one after the other.</summary>
internal static class OrderEvaluator
{
    public static ExpectationResult Evaluate(OrderExpectationPlan plan, RunAnalysis analysis)
    {
        var times = plan.Milestones.Select(milestone => (Milestone: milestone, At: analysis.Milestones.At(milestone))).ToImmutableArray();
        var missing = times.Where(one => one.At is null).Select(one => ExpectationWords.Name(one.Milestone)).ToImmutableArray();
        var (standing, got, reason) = (Swapped(times), missing.IsEmpty, analysis.WhyIncomplete) switch
        {
            ({ } swapped, _, _) => (Standing.NotMet, swapped, null),
            (null, true, _) => (Standing.Met, string.Join(", ", times.Select(one => Describe(one, analysis))), null),
            (null, false, null) => (Standing.NotMet, $"{Figures.Quoted(missing)} did not come", null),
            (null, false, { } incomplete) => (Standing.Inconclusive, $"{Figures.Quoted(missing)} did not come", (string?)incomplete),
        };
        return new ExpectationResult
        {
            Number = plan.Number,
            Name = plan.Name,
            Place = plan.Place,
            Standing = standing,
            ReportOnly = plan.ReportOnly,
            Wanted = ExpectationWords.Wanted(plan),
            Got = got,
            Samples = new ExpectationSamples(
                "milestone", times.Length - missing.Length, times.Length, 0, ImmutableSortedDictionary<string, long>.Empty),
            Window = PhaseSelection.Of(analysis, []).Describe(),
            Reason = reason,
        };
    }

    private static string? Swapped(ImmutableArray<(Milestone Milestone, TimeSpan? At)> times)
    {
        var reached = times.Where(one => one.At is not null).ToArray();
        return reached.Zip(reached.Skip(1))
            .Where(pair => pair.Second.At < pair.First.At)
            .Select(pair => $"'{ExpectationWords.Name(pair.Second.Milestone)}' (+{Figures.Seconds(pair.Second.At!.Value)}) came before "
                + $"'{ExpectationWords.Name(pair.First.Milestone)}' (+{Figures.Seconds(pair.First.At!.Value)})")
            .FirstOrDefault();
    }

    private static string Describe((Milestone Milestone, TimeSpan? At) reached, RunAnalysis analysis) =>
        $"{ExpectationWords.Name(reached.Milestone)} {analysis.Clock.Show(reached.At!.Value)} (+{Figures.Seconds(reached.At.Value)})";
}
