namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>Lines in the logs of servers that match a pattern. A line belongs to the phase in which it was written, by the wall clock.</summary>
public sealed record LogExpectationPlan : CountedExpectationPlan
{
    /// <summary>A regular expression of .NET, searched in each line.</summary>
    public required string Pattern { get; init; }

    /// <summary>Null for every service on the stage.</summary>
    public required string? Service { get; init; }

    /// <summary>Null for every instance.</summary>
    public required string? Instance { get; init; }
}
