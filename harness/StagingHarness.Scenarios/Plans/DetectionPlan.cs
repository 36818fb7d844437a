using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans;

/// <summary>Sequential detection on the live outcomes: mixture Shiryaev-Roberts, one decision per response.</summary>
public sealed record DetectionPlan
{
    /// <summary>Share of wrong answers that is tolerated (p0).</summary>
    public required Share Background { get; init; }

    /// <summary>
    /// Alarm threshold A: the chance of a false alarm within N healthy responses is at most N / A. One stream is watched, all answers of the
    /// traffic together; whoever watches more of them multiplies A by their number, or the bound holds for each alone.
    /// </summary>
    public required double Threshold { get; init; }
}
