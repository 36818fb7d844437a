namespace StagingHarness.Scenarios.Plans.Expectations.Quantifiers;

/// <summary>Without a break for so long.</summary>
/// <param name="Time">Real time, from the first to the last observation that says so.</param>
public sealed record UnbrokenQuantifier(TimeSpan Time) : Quantifier
{
    public override bool NeedsSome() => true;
}
