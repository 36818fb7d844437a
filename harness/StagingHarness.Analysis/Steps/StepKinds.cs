using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Analysis.Steps;

/// <summary>Steps by the name of their kind, as plans write it: <c>activate</c>, <c>roll-back</c>.</summary>
public static class StepKinds
{
    private static readonly ImmutableDictionary<Type, string> Names = typeof(StepPlan)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToImmutableDictionary(kind => kind.DerivedType, kind => (string)kind.TypeDiscriminator!);

    public static string NameOf(StepPlan step) => Names[step.GetType()];

    /// <summary>The kinds of what was done to servers, in the order in which it began; one that is repeated at once is named once.</summary>
    public static ImmutableArray<string> StrategyOf(StepTraces steps)
    {
        var kinds = steps.Begun.Where(trace => ChangesSomething(trace.Plan)).Select(trace => NameOf(trace.Plan)).ToArray();
        return [.. kinds.Where((kind, index) => index == 0 || kinds[index - 1] != kind)];
    }

    /// <summary>Every run has the others, or they only pass the time.</summary>
    public static bool ChangesSomething(StepPlan step) => step is not (
        StartStageStepPlan or StartTrafficStepPlan or BaselineStepPlan or WatchStepPlan or AcknowledgeStepPlan or DecideStepPlan
        or WaitStepPlan or ProbeStepPlan or ParallelStepPlan
        or VerifyStepPlan or StopTrafficStepPlan or ReadLedgerStepPlan);
}
