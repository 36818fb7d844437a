namespace StagingHarness.Scenarios.Plans.Expectations.Quantifiers;

/// <summary>So many times, both bounds included.</summary>
/// <param name="AtLeast">0 asks for none.</param>
/// <param name="AtMost">Null for any number.</param>
public sealed record TimesQuantifier(int AtLeast, int? AtMost) : Quantifier
{
    public override bool NeedsSome() => AtLeast > 0;
}
