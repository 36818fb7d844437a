using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Alerts;

namespace StagingHarness.Analysis.Alerts;

/// <summary>Evaluates rules on a recorded run, at the moments at which they were, or would have been, evaluated in it.</summary>
public static class AlertReplay
{
    /// <summary>Every evaluation of every rule, in the order of time; none where no traffic began.</summary>
    public static ImmutableArray<AlertEvaluation> Of(RunAnalysis analysis, IEnumerable<AlertPlan> rules)
    {
        var plan = analysis.Record.Plan;
        var began = analysis.Record.Events.OfType<AlertWatchBegan>().FirstOrDefault();
        var every = began?.Every ?? plan.Clock.ToReal(plan.Alerting.Every);
        if ((began?.Origin ?? analysis.Clock.Origin) is not { } origin || Until(analysis) is not { } until)
        {
            return [];
        }

        var board = new AlertBoard(rules, plan.Clock);
        foreach (var sample in analysis.Record.Samples)
        {
            board.Take(sample);
        }

        foreach (var happened in analysis.Record.Events)
        {
            board.Take(happened);
        }

        var evaluations = ImmutableArray.CreateBuilder<AlertEvaluation>();
        for (var moment = origin + every; moment <= until; moment += every)
        {
            evaluations.AddRange(board.Evaluate(moment));
        }

        return evaluations.ToImmutable();
    }

    private static TimeSpan? Until(RunAnalysis analysis) =>
        analysis.Record.Events.OfType<AlertWatchEnded>().FirstOrDefault()?.Until ?? analysis.Timeline.TrafficUntil;
}
