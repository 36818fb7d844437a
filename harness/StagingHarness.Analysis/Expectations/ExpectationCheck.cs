using System.Collections.Immutable;
using StagingHarness.Analysis.Phases;
using StagingHarness.Analysis.Runs;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Holds every expectation of a plan against what was measured.</summary>
public static class ExpectationCheck
{
    /// <summary>One result per expectation, in the order of the plan. A check that throws is inconclusive, and says what it threw.</summary>
    public static ImmutableArray<ExpectationResult> All(RunAnalysis analysis) =>
        [.. analysis.Record.Plan.Expectations.Select(plan => Guarded(plan, () => One(plan, analysis)))];

    /// <summary>One result per expectation of a gate, in its order, measured in the window [from, until) and on nothing else.</summary>
    public static ImmutableArray<ExpectationResult> InWindow(RunAnalysis analysis, GateStepPlan gate, TimeSpan from, TimeSpan until)
    {
        var window = new Phase(GateStepPlan.Window, [new PhaseStretch(from, until, gate.Number)]);
        var windowed = analysis with { Timeline = analysis.Timeline with { Phases = analysis.Timeline.Phases.Add(window) } };
        return [.. gate.Expectations.Select(plan => Guarded(plan, () => One(plan, windowed)))];
    }

    internal static ExpectationResult One(ExpectationPlan plan, RunAnalysis analysis) => plan switch
    {
        AnswersExpectationPlan answers => AnswersEvaluator.Evaluate(answers, analysis),
        HealthExpectationPlan health => HealthEvaluator.Evaluate(health, analysis),
        LatencyExpectationPlan latency => LatencyEvaluator.Evaluate(latency, analysis),
        AvailabilityExpectationPlan availability => AvailabilityEvaluator.Evaluate(availability, analysis),
        JourneyExpectationPlan journey => JourneyEvaluator.Evaluate(journey, analysis),
        ServedExpectationPlan served => ServedEvaluator.Evaluate(served, analysis),
        LogExpectationPlan log => LogEvaluator.Evaluate(log, analysis),
        ProviderExpectationPlan provider => ProviderEvaluator.Evaluate(provider, analysis),
        PagerExpectationPlan pager => PagerEvaluator.Evaluate(pager, analysis),
        InstanceExpectationPlan instance => InstanceEvaluator.Evaluate(instance, analysis),
        CompareExpectationPlan compare => CompareEvaluator.Evaluate(compare, analysis),
        PageExpectationPlan page => PageEvaluator.Evaluate(page, analysis),
        AlertExpectationPlan alert => AlertEvaluator.Evaluate(alert, analysis),
        TimeExpectationPlan time => TimeEvaluator.Evaluate(time, analysis),
        OrderExpectationPlan order => OrderEvaluator.Evaluate(order, analysis),
        LedgerExpectationPlan ledger => LedgerEvaluator.Evaluate(ledger, analysis),
        MixedExpectationPlan mixed => MixedEvaluator.Evaluate(mixed, analysis),
        ExpectationPlan unknown => throw ExpectationWords.Unknown(unknown),
    };

    internal static ExpectationResult Guarded(ExpectationPlan plan, Func<ExpectationResult> check)
    {
        try
        {
            return check();
        }
        catch (Exception thrown)
        {
            return new ExpectationResult
            {
                Number = plan.Number,
                Name = plan.Name,
                Place = plan.Place,
                Standing = Standing.Inconclusive,
                ReportOnly = plan.ReportOnly,
                Wanted = plan.Name,
                Got = "nothing: the check itself broke",
                Samples = new ExpectationSamples("sample", 0, 0, 0, ImmutableSortedDictionary<string, long>.Empty),
                Window = "none",
                Reason = $"the check threw '{thrown.GetType().Name}': {thrown.Message}",
            };
        }
    }
}
