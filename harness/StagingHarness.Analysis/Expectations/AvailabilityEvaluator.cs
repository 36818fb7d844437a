using StagingHarness.Analysis.Phases;
using StagingHarness.Analysis.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Cuts the phases into windows, and looks whether every request that was due in one was answered rightly.</summary>
internal static class AvailabilityEvaluator
{
    public static ExpectationResult Evaluate(AvailabilityExpectationPlan plan, RunAnalysis analysis)
    {
        var phases = PhaseSelection.Of(analysis, plan.Phases);
        var filter = new AnswerFilter(analysis, plan.Of);
        var due = filter.Among(phases.Samples());
        var observed = new Observed
        {
            Unit = "window",
            Observations = Windows(due, plan.Per, phases, analysis.Late),
            Phases = phases,
            Instances = [],
        };
        return CountedEvaluator.Evaluate(plan, observed, analysis);
    }

    /// <summary>Whole windows in which something was due; one without a request says nothing.</summary>
    private static IEnumerable<Observation> Windows(IEnumerable<Sample> due, TimeSpan per, PhaseSelection phases, LateSends late)
    {
        (TimeSpan From, bool Right)? window = null;
        foreach (var sample in due)
        {
            var moment = late.MomentOf(sample);
            if (phases.StretchAt(moment) is not { } stretch || WindowOf(moment, stretch, per) is not { } from)
            {
                continue;
            }

            if (window is { } done && done.From != from)
            {
                yield return new Observation(done.From, done.Right, null);
                window = null;
            }

            window = (from, (window?.Right ?? true) && sample.Right);
        }

        if (window is { } last)
        {
            yield return new Observation(last.From, last.Right, null);
        }
    }

    private static TimeSpan? WindowOf(TimeSpan moment, PhaseStretch stretch, TimeSpan per)
    {
        var from = stretch.From + (per * ((moment - stretch.From).Ticks / per.Ticks));
        return from + per <= stretch.Until ? from : null;
    }
}
