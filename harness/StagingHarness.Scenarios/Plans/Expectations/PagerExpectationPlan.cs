using StagingHarness.Protocols.Pager;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>Calls that the service that pages people took in the whole run; what is null is not asked for.</summary>
public sealed record PagerExpectationPlan : CountedExpectationPlan
{
    public required PageForm? Form { get; init; }

    public required PageAction? Action { get; init; }

    /// <summary>An alert rule, or the detection.</summary>
    public required string? About { get; init; }
}
