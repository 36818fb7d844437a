using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>An expectation on things that are observed one by one, and counted.</summary>
public abstract record CountedExpectationPlan : ExpectationPlan
{
    private protected CountedExpectationPlan()
    {
    }

    /// <summary>Empty means the whole run.</summary>
    public required ImmutableArray<string> Phases { get; init; }

    public required Quantifier Quantifier { get; init; }

    public required SampleMinimum Samples { get; init; }

    /// <summary>The quantifier holds for every single instance, and not only for all of them together.</summary>
    public bool EachInstance { get; init; }
}
