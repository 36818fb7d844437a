using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Expectations.Quantifiers;

/// <summary>How often, how soon or how long something must be so. One hierarchy for all kinds of expectations that count.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ShareQuantifier), "share")]
[JsonDerivedType(typeof(AlwaysQuantifier), "always")]
[JsonDerivedType(typeof(TimesQuantifier), "times")]
[JsonDerivedType(typeof(RateQuantifier), "rate")]
[JsonDerivedType(typeof(WithinQuantifier), "within")]
[JsonDerivedType(typeof(UnbrokenQuantifier), "unbroken")]
public abstract record Quantifier
{
    private protected Quantifier()
    {
    }

    /// <summary>False when it can be fulfilled although nothing ever was so: 'none', 'at most 1 %', 'at most 3 times'.</summary>
    public abstract bool NeedsSome();
}
