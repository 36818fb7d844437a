namespace StagingHarness.Scenarios.Plans.Expectations.Quantifiers;

/// <summary>Every time that it was observed.</summary>
public sealed record AlwaysQuantifier : Quantifier
{
    public override bool NeedsSome() => true;
}
