namespace StagingHarness.Scenarios.Plans.Expectations.Quantifiers;

/// <summary>At some time, so soon.</summary>
/// <param name="Time">Real time.</param>
/// <param name="Since">From this moment on; null: from the beginning of the first of the phases.</param>
public sealed record WithinQuantifier(TimeSpan Time, Milestone? Since) : Quantifier
{
    public override bool NeedsSome() => true;
}
