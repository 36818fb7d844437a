using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Pager;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Looks at what the pager says that it took, and not at what was sent.</summary>
internal static class PagerEvaluator
{
    public static ExpectationResult Evaluate(PagerExpectationPlan plan, RunAnalysis analysis)
    {
        var run = PhaseSelection.Of(analysis, []);
        var read = analysis.Record.Events.OfType<PagerRead>().LastOrDefault();
        var samples = new ExpectationSamples("reading", read is null ? 0 : 1, 1, 0, ImmutableSortedDictionary<string, long>.Empty);
        if (read is null)
        {
            return ExpectationResult.Of(plan, new Assessment(Standing.Inconclusive, "nothing", "nothing says what the pager has got"), samples, run);
        }

        if (read.Total > read.Received.Length)
        {
            var reason = $"only {Figures.Count(read.Received.Length)} of {Figures.Count(read.Total, "call")} are known";
            return ExpectationResult.Of(plan, new Assessment(Standing.Inconclusive, "nothing", reason), samples, run);
        }

        var taken = read.Received.Where(page => page.Refusal is null).ToImmutableArray();
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
        var assessed = QuantifierCheck.Check(plan.Quantifier, Tally.Of(taken.LongCount(page => Fits(plan, page, analysis))), counting);
        return ExpectationResult.Of(plan, assessed, samples, run) with
        {
            Got = assessed.Standing == Standing.NotMet ? $"{assessed.Got}; all calls: {All(taken)}" : assessed.Got,
        };
    }

    private static bool Fits(PagerExpectationPlan plan, ReceivedPage page, RunAnalysis analysis) =>
        (plan.Form is null || page.Form == plan.Form)
        && (plan.Action is null || page.Action == plan.Action)
        && (plan.About is null || KeysOf(plan.About, page.Form, analysis).Contains(page.Key));

    /// <summary>By which keys the pager knows a matter, as the calls about it were answered.</summary>
    private static IEnumerable<string?> KeysOf(string about, PageForm form, RunAnalysis analysis) =>
        analysis.Record.Events.OfType<PageCalled>().Where(call => call.About == about && call.Form == form).Select(call => call.Key);

    private static string All(ImmutableArray<ReceivedPage> taken)
    {
        var groups = taken
            .GroupBy(page => $"{ExpectationWords.Name(page.Form)} {(page.Action is { } action ? ExpectationWords.Name(action) : "without an action")}")
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key} x {Figures.Count(group.Count())}");
        return taken.IsEmpty ? "none" : string.Join(", ", groups);
    }
}
