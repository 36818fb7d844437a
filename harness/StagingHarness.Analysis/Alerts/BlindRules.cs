using System.Collections.Immutable;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;

namespace StagingHarness.Analysis.Alerts;

/// <summary>Rules that had too few samples at every evaluation of a run: what they did not do says nothing.</summary>
public static class BlindRules
{
    /// <summary>Their names in the order of the plan; none where rules were never evaluated. A rule begins blind, and each change of that is an event.</summary>
    public static ImmutableArray<string> Of(RunRecord record) => record.Events.OfType<AlertWatchEnded>().Any(ended => ended.Evaluations > 0)
        ? [.. record.Plan.Alerting.Rules.Select(rule => rule.Name).Except(record.Events.OfType<AlertChanged>().Select(change => change.Rule))]
        : [];
}
