using System.Collections.Immutable;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Analysis.Steps;

/// <summary>What became of one step of the plan, as the journal tells it.</summary>
public sealed record StepTrace
{
    public required StepPlan Plan { get; init; }

    public required StepStarted? Started { get; init; }

    public required StepCompleted? Completed { get; init; }

    public required StepFailed? Failed { get; init; }

    public required StepSkipped? Skipped { get; init; }

    /// <summary>Everything that happened in the step, in order.</summary>
    public required ImmutableArray<JournalEvent> Events { get; init; }

    /// <summary>Real time since the epoch; null when the step never began.</summary>
    public TimeSpan? StartedAt => Started?.At;

    /// <summary>Real time since the epoch; null when the step never began, or the journal does not say how it ended.</summary>
    public TimeSpan? EndedAt => Completed?.At ?? Failed?.At;

    public override string ToString() => $"step [{Plan.Number}]";
}
