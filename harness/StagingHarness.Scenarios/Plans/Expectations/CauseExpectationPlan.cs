namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>The suspected cause names what is given here. What is null may be anything.</summary>
public sealed record CauseExpectationPlan : ExpectationPlan
{
    public required SuspectedFacet? Facet { get; init; }

    /// <summary>One that is missing, or that does not go together with the rest of its family.</summary>
    public required string? Library { get; init; }

    /// <summary>In which the servers that fail differ from those that work.</summary>
    public required string? Release { get; init; }

    /// <summary>Likewise.</summary>
    public string? Configuration { get; init; }
}
