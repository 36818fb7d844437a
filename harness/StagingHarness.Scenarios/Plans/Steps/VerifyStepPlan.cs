namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Measures the state in which the scenario ends: every server attests its version, and traffic is right.</summary>
public sealed record VerifyStepPlan : StepPlan
{
    /// <summary>Requests that must have been answered meanwhile, every one of them right.</summary>
    public required int MinimumSamples { get; init; }

    /// <summary>Real time for which the traffic is watched at least.</summary>
    public required TimeSpan Window { get; init; }
}
