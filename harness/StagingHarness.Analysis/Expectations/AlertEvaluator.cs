using System.Collections.Immutable;
using StagingHarness.Analysis.Alerts;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Alerts;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Looks for the firing of an alert rule, and for proof that it was evaluated on enough.</summary>
internal static class AlertEvaluator
{
    public static ExpectationResult Evaluate(AlertExpectationPlan plan, RunAnalysis analysis)
    {
        var phases = PhaseSelection.Of(analysis, plan.Phases);
        if (analysis.Record.Plan.Alerting.Rule(plan.Rule) is not { } rule)
        {
            var none = new ExpectationSamples("evaluation", 0, plan.MinimumSamples, 0, ImmutableSortedDictionary<string, long>.Empty);
            return ExpectationResult.Of(
                plan, new Assessment(Standing.Inconclusive, "nothing", $"the plan has no alert rule '{plan.Rule}'"), none, phases);
        }

        var silence = new RuleSilence(rule, phases, analysis);
        var seen = silence.Seen;
        var samples = new ExpectationSamples("evaluation", seen.Length, plan.MinimumSamples, 0, ImmutableSortedDictionary<string, long>.Empty);
        var assessed = plan.Expected ? Fired(plan, seen, phases, analysis) : Silent(plan, rule, silence, samples, phases, analysis);
        return ExpectationResult.Of(plan, assessed, samples, phases);
    }

    private static Assessment Fired(
        AlertExpectationPlan plan, ImmutableArray<AlertEvaluation> seen, PhaseSelection phases, RunAnalysis analysis)
    {
        if (Changes(plan, analysis).FirstOrDefault(change => change.To == AlertState.Firing && phases.Contains(change.Evaluated)) is not { } fired)
        {
            var got = seen.IsEmpty ? "it did not fire" : $"it did not fire; at most {Highest(seen)}";
            var silence = seen.IsEmpty ? "no evaluation there had samples enough" : null;
            return (WhyUnknown(phases, analysis) ?? silence) is { } reason
                ? new Assessment(Standing.Inconclusive, got, reason)
                : new Assessment(Standing.NotMet, got, null);
        }

        var when = $"it fired at {At(fired, analysis)}: {fired.Reading}";
        var begin = plan.Since is { } since ? analysis.Milestones.At(since) : phases.Begin;
        if (begin is not { } from)
        {
            return new Assessment(Standing.Inconclusive, when, $"'{ExpectationWords.Name(plan.Since!.Value)}' did not come");
        }

        var after = fired.At - from;
        var timed = $"{when}, {Figures.Seconds(after)} (real time; {analysis.Record.Plan.Clock.ToIncident(after)} on the incident's clock) after {Since(plan)}";
        var late = after < TimeSpan.Zero || (plan.Within is { } within && after > analysis.Record.Plan.Clock.ToReal(within));
        return new Assessment(late ? Standing.NotMet : Standing.Met, timed, null);
    }

    private static Assessment Silent(
        AlertExpectationPlan plan,
        AlertPlan rule,
        RuleSilence silence,
        ExpectationSamples samples,
        PhaseSelection phases,
        RunAnalysis analysis)
    {
        if (Firing(plan, phases, analysis) is { } fired)
        {
            return new Assessment(Standing.NotMet, $"it fired at {At(fired, analysis)}: {fired.Reading}", null);
        }

        var got = silence.Seen.IsEmpty ? "it did not fire" : $"it did not fire; at most {Highest(silence.Seen)}, threshold {AlertWords.Threshold(rule)}";
        return (WhyUnknown(phases, analysis) ?? samples.WhyTooFew ?? silence.WhyUnproven) is { } reason
            ? new Assessment(Standing.Inconclusive, got, reason)
            : new Assessment(Standing.Met, got, null);
    }

    /// <summary>The change to firing that lies in the phases, or that lasts into them; null when there is none.</summary>
    private static AlertChanged? Firing(AlertExpectationPlan plan, PhaseSelection phases, RunAnalysis analysis)
    {
        ImmutableArray<AlertChanged> changes = [.. Changes(plan, analysis)];
        return changes.FirstOrDefault(change => change.To == AlertState.Firing && phases.Contains(change.Evaluated))
            ?? phases.Covered
                .Select(stretch => changes.LastOrDefault(change => change.Evaluated <= stretch.From))
                .FirstOrDefault(change => change is { To: AlertState.Firing });
    }

    private static IEnumerable<AlertChanged> Changes(AlertExpectationPlan plan, RunAnalysis analysis) =>
        analysis.Record.Events.OfType<AlertChanged>().Where(change => change.Rule == plan.Rule);

    /// <summary>Why what is not in the journal may have happened; null when it did not.</summary>
    private static string? WhyUnknown(PhaseSelection phases, RunAnalysis analysis) =>
        phases.WhyMissing
        ?? analysis.WhyIncomplete
        ?? (analysis.Record.Events.OfType<AlertWatchBegan>().Any() ? null : "the journal holds no beginning of the alert watch, so no rule was evaluated");

    private static string Highest(ImmutableArray<AlertEvaluation> seen)
    {
        var highest = seen.MaxBy(evaluation => evaluation.Reading.Value)!;
        return AlertWords.Reading(highest.Rule, highest.Reading);
    }

    private static string Since(AlertExpectationPlan plan) =>
        plan.Since is { } milestone ? $"'{ExpectationWords.Name(milestone)}'" : "the phase began";

    private static string At(AlertChanged change, RunAnalysis analysis) => $"{analysis.Clock.Show(change.At)} (+{Figures.Seconds(change.At)})";
}
