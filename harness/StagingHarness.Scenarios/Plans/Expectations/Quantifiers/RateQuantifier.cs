namespace StagingHarness.Scenarios.Plans.Expectations.Quantifiers;

/// <summary>So many times in a second of real time, on the average of the phases; both bounds included.</summary>
/// <param name="AtLeast">Per second; 0 asks for none.</param>
/// <param name="AtMost">Per second; null for any rate.</param>
public sealed record RateQuantifier(double AtLeast, double? AtMost) : Quantifier
{
    public override bool NeedsSome() => AtLeast > 0;
}
