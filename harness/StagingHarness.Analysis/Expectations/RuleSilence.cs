using System.Collections.Immutable;
using StagingHarness.Analysis.Alerts;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Alerts;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Tells whether an alert rule that did not fire in the phases could have fired there.</summary>
internal sealed class RuleSilence
{
    private readonly ImmutableArray<AlertEvaluation> _all;
    private readonly AlertPlan _rule;
    private readonly PhaseSelection _phases;
    private readonly RunAnalysis _analysis;

    public RuleSilence(AlertPlan rule, PhaseSelection phases, RunAnalysis analysis)
    {
        (_rule, _phases, _analysis) = (rule, phases, analysis);
        _all = AlertReplay.Of(analysis, [rule]);
        Seen = [.. _all.Where(evaluation => evaluation.Reading.IsEnough && phases.Contains(evaluation.At))];
    }

    /// <summary>Evaluations in the phases that had samples enough.</summary>
    public ImmutableArray<AlertEvaluation> Seen { get; }

    /// <summary>Why the silence says nothing; null when it does.</summary>
    public string? WhyUnproven
    {
        get
        {
            var pending = _analysis.Record.Plan.Clock.ToReal(_rule.For);
            if (pending > TimeSpan.Zero && _phases.Covered.All(stretch => stretch.Until - stretch.From < pending))
            {
                return $"rule '{_rule.Name}' must be pending for {_rule.For}, and no stretch there is as long, so it could not fire";
            }

            if (Seen.FirstOrDefault(evaluation => evaluation.To == AlertState.Firing) is { } firing)
            {
                return $"the journal holds no firing of rule '{_rule.Name}', and what it holds makes it fire at {_analysis.Clock.Show(firing.At)}";
            }

            return _all.LastOrDefault() is { To: AlertState.Pending } last && _phases.Contains(last.At)
                ? $"rule '{_rule.Name}' was pending when the run ended"
                : null;
        }
    }

    /// <summary>Why it was too seldom evaluated on enough; null when it was not.</summary>
    public string? WhyBlind(int needed) => Seen.Length < Math.Max(1, needed)
        ? $"rule '{_rule.Name}' had samples enough in {Figures.Count(Seen.Length, "evaluation")} of at least {Figures.Count(Math.Max(1, needed))} needed"
        : null;
}
