using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>Bounds of a share, both inclusive.</summary>
public sealed record ShareBounds(Share AtLeast, Share AtMost)
{
    public bool Hold(Share share) => share >= AtLeast && share <= AtMost;

    public override string ToString() => (AtLeast.Value, AtMost.Value) switch
    {
        (1, _) => "100 %",
        (_, 0) => "none",
        (0, _) => $"at most {AtMost}",
        (_, 1) => $"at least {AtLeast}",
        _ => $"{AtLeast} to {AtMost}",
    };
}
