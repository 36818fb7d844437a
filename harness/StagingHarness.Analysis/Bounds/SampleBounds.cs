using System.Collections.Immutable;
using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Bounds;

/// <summary>The phases of an expectation have time for the samples that it wants, when steps take no longer than they are scripted.</summary>
internal static class SampleBounds
{
    // A real run is slower than its plan: what just misses may be met.
    private const double Longer = 1.5;
    private static readonly TimeSpan Besides = TimeSpan.FromSeconds(2);

    public static IEnumerable<PlanObjection> Check(ScenarioPlan plan) =>
        from expectation in plan.Expectations
        let phases = PhasesOf(expectation)
        where !phases.IsEmpty
        let lengths = phases.Select(phase => PlannedPhases.LengthOf(plan, phase)).ToArray()
        where lengths.All(length => length is not null)
        let planned = lengths.Aggregate(TimeSpan.Zero, (sum, length) => sum + length!.Value)
        let generous = (planned * Longer) + Besides
        let why = Starvation.Of(expectation, plan, generous)
        where why is not null
        select new PlanObjection
        {
            Code = FindingCode.ExpectationStarves,
            Place = expectation.Place,
            Summary = $"'{expectation.Name}' {why} even if {Figures.Quoted(phases)} {(phases.Length == 1 ? "lasts" : "last")} {Figures.Seconds(generous)}, where {Figures.Seconds(planned)} are planned: it would be inconclusive.",
            Hint = "ask for fewer ('samples'), or let more time go by before the next change ('watch')",
        };

    private static ImmutableArray<string> PhasesOf(ExpectationPlan expectation) => expectation switch
    {
        CountedExpectationPlan counted => counted.Phases,
        LatencyExpectationPlan latency => latency.Phases,
        CompareExpectationPlan compare => compare.Phases,
        PageExpectationPlan page => page.Phases,
        AlertExpectationPlan alert => alert.Phases,
        _ => [],
    };
}
