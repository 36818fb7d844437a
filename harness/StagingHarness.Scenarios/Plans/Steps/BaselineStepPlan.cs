namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Traffic on the unchanged stage; nothing is changed before it was met.</summary>
public sealed record BaselineStepPlan : StepPlan
{
    /// <summary>Requests that must have been answered, every one of them right.</summary>
    public required int MinimumSamples { get; init; }
}
