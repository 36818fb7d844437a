using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>A step that moves servers of one service towards a version.</summary>
public abstract record VersionStepPlan : StepPlan
{
    private protected VersionStepPlan()
    {
    }

    public required string Service { get; init; }

    /// <summary>Names of the servers that it moves, in the order in which people read them.</summary>
    public required ImmutableArray<string> Servers { get; init; }

    /// <summary>The version that the servers hold (staged) or serve (activated, restarted) once the step is done.</summary>
    public required ServerVersion Version { get; init; }
}
