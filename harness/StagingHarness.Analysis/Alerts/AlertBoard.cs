using System.Collections.Immutable;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Alerts;

namespace StagingHarness.Analysis.Alerts;

/// <summary>
/// Rules over the time, in a run that goes on or in one that was recorded: the same answers and events, the same evaluations. What happens
/// after a moment has no part in its evaluation, however early it was told. Not for several threads at once.
/// </summary>
public sealed class AlertBoard(IEnumerable<AlertPlan> rules, ClockPlan clock)
{
    private readonly ImmutableArray<AlertTrack> _tracks = [.. rules.Select(rule => new AlertTrack(rule, clock))];

    public void Take(in Sample sample)
    {
        foreach (var track in _tracks)
        {
            track.Meter.Take(sample);
        }
    }

    public void Take(JournalEvent happened)
    {
        foreach (var track in _tracks)
        {
            track.Meter.Take(happened);
        }
    }

    /// <summary>Each rule at this moment; moments come in their order.</summary>
    public ImmutableArray<AlertEvaluation> Evaluate(TimeSpan now) => [.. _tracks.Select(track => track.Evaluate(now))];
}
