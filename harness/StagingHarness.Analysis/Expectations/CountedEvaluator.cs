using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Counts what was observed, and holds the counts against the quantifier: of all instances together, or of each one.</summary>
internal static class CountedEvaluator
{
    public static ExpectationResult Evaluate(CountedExpectationPlan plan, Observed observed, RunAnalysis analysis)
    {
        var begin = Begin(plan.Quantifier, observed.Phases, analysis);
        var all = new Tally(begin ?? TimeSpan.Zero, observed.Lasts);
        var each = observed.Instances.ToDictionary(instance => instance, _ => new Tally(begin ?? TimeSpan.Zero, observed.Lasts), StringComparer.Ordinal);
        foreach (var observation in observed.Observations)
        {
            if (observed.Phases.StretchAt(observation.At) is not { } stretch)
            {
                continue;
            }

            all.Add(observation, stretch);
            if (observation.Instance is { } instance)
            {
                (each.TryGetValue(instance, out var known) ? known : each[instance] = new Tally(begin ?? TimeSpan.Zero, observed.Lasts))
                    .Add(observation, stretch);
            }
        }

        all.End();
        foreach (var tally in each.Values)
        {
            tally.End();
        }

        var samples = new ExpectationSamples(
            observed.Unit,
            all.Total,
            plan.Samples.Total,
            plan.Samples.PerInstance,
            each.ToImmutableSortedDictionary(one => one.Key, one => one.Value.Total, StringComparer.Ordinal));
        var counting = new Counting
        {
            Samples = samples,
            WhyMissing = observed.Phases.WhyMissing ?? observed.WhyMissing ?? WhyNoBeginning(plan.Quantifier, begin),
            WhyIncomplete = analysis.WhyIncomplete,
            Begin = begin,
            Length = observed.Phases.Length,
            Show = moment => $"{analysis.Clock.Show(moment)} (+{Figures.Seconds(moment)})",
        };
        var assessed = plan.EachInstance
            ? OfEach(plan, each, counting)
            : QuantifierCheck.Check(plan.Quantifier, Representing(plan.Quantifier, all, each.Values, observed.Lasts), counting);
        return ExpectationResult.Of(plan, assessed, samples, observed.Phases) with
        {
            Got = assessed.Standing == Standing.NotMet && observed.Instead is { } instead ? $"{assessed.Got}; {instead()}" : assessed.Got,
        };
    }

    /// <summary>States of several instances do not follow one another: a row without a break is one of a single instance.</summary>
    private static Tally Representing(Quantifier quantifier, Tally all, IEnumerable<Tally> each, bool lasts) =>
        lasts && quantifier is UnbrokenQuantifier ? each.MaxBy(tally => tally.Longest?.Length ?? TimeSpan.Zero) ?? all : all;

    private static Assessment OfEach(CountedExpectationPlan plan, Dictionary<string, Tally> each, Counting counting)
    {
        if (each.Count == 0)
        {
            return new Assessment(
                Standing.Inconclusive, counting.Everything, counting.WhyMissing ?? "the journal knows no instance that this could hold for");
        }

        var single = each.OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => (Instance: one.Key, Of: QuantifierCheck.Check(plan.Quantifier, one.Value, OfOne(plan, one.Value, counting))))
            .ToArray();
        var worst = single.Max(one => one.Of.Standing);
        var telling = single.Where(one => one.Of.Standing == worst).ToArray();
        var got = string.Join("; ", single.Select(one => $"{one.Instance} {one.Of.Got}"));
        return worst switch
        {
            Standing.NotMet => new Assessment(worst, got, null),
            Standing.Met when counting.WhyTooLittle is { } why => new Assessment(Standing.Inconclusive, got, why),
            Standing.Met => new Assessment(worst, got, null),
            Standing.Inconclusive => new Assessment(worst, got, string.Join("; ", telling.Select(one => $"'{one.Instance}': {one.Of.Reason}"))),
        };
    }

    private static Counting OfOne(CountedExpectationPlan plan, Tally tally, Counting counting) => counting with
    {
        Samples = new ExpectationSamples(
            counting.Samples.Unit, tally.Total, Math.Max(1, plan.Samples.PerInstance), 0, ImmutableSortedDictionary<string, long>.Empty),
    };

    private static TimeSpan? Begin(Quantifier quantifier, PhaseSelection phases, RunAnalysis analysis) =>
        quantifier is WithinQuantifier { Since: { } since } ? analysis.Milestones.At(since) : phases.Begin;

    private static string? WhyNoBeginning(Quantifier quantifier, TimeSpan? begin) =>
        quantifier is WithinQuantifier { Since: { } since } && begin is null ? $"'{ExpectationWords.Name(since)}' did not come" : null;
}
