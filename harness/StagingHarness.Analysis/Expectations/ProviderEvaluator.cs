using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Looks at the counters of the provider, as they were read last: they count the whole run.</summary>
internal static class ProviderEvaluator
{
    public static ExpectationResult Evaluate(ProviderExpectationPlan plan, RunAnalysis analysis)
    {
        var run = PhaseSelection.Of(analysis, []);
        var read = analysis.Record.Events.OfType<ProviderRead>().LastOrDefault();
        var samples = new ExpectationSamples("reading", read is null ? 0 : 1, 1, 0, ImmutableSortedDictionary<string, long>.Empty);
        if (read is null || CallsIn(read, plan.Endpoint) is not { } calls)
        {
            var unknown = read is null
                ? "nothing says what the provider has seen"
                : $"the provider has no endpoint '{plan.Endpoint}'; it has {Figures.Joined(read.Calls.Keys)}";
            return ExpectationResult.Of(plan, new Assessment(Standing.Inconclusive, "nothing", unknown), samples, run);
        }

        var counting = new Counting
        {
            Samples = samples,
            Everything = "the whole run",
            WhyMissing = run.WhyMissing,
            WhyIncomplete = analysis.WhyIncomplete,
            Begin = run.Begin,
            Length = run.Length,
            Show = analysis.Clock.Show,
        };
        var assessed = QuantifierCheck.Check(plan.Quantifier, Tally.Of(calls), counting);
        var everything = $"all calls: {string.Join(", ", read.Calls.Select(one => $"{one.Key} x {Figures.Count(one.Value)}"))}, "
            + $"unmatched x {Figures.Count(read.UnmatchedCount)}";
        return ExpectationResult.Of(plan, assessed, samples, run) with
        {
            Got = assessed.Standing == Standing.NotMet ? $"{assessed.Got}; {everything}" : assessed.Got,
        };
    }

    private static long? CallsIn(ProviderRead read, string? endpoint) =>
        endpoint is null ? Math.Max(read.UnmatchedCount, read.Unmatched.Length)
        : read.Calls.TryGetValue(endpoint, out var calls) ? calls
        : null;
}
