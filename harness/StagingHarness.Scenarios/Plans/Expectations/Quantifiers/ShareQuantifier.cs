using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans.Expectations.Quantifiers;

/// <summary>A share of all that was observed.</summary>
public sealed record ShareQuantifier(ShareBounds Bounds) : Quantifier
{
    public override bool NeedsSome() => Bounds.AtLeast > Share.None;
}
