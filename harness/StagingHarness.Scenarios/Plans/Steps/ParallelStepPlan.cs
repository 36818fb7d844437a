using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Steps that run at the same time, each with its own number, bounds and receipt; it ends when all of them have.</summary>
public sealed record ParallelStepPlan : StepPlan
{
    /// <summary>Numbered <c>4.a</c>, <c>4.b</c> and so on; none of them is made of others.</summary>
    public required ImmutableArray<StepPlan> Steps { get; init; }

    /// <summary>All of these steps, and behind each what it is made of.</summary>
    public static IEnumerable<StepPlan> Flat(IEnumerable<StepPlan> steps) =>
        steps.SelectMany(step => step is ParallelStepPlan parallel ? [parallel, .. parallel.Steps] : (StepPlan[])[step]);
}
