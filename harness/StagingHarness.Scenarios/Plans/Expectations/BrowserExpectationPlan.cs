using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>Journeys in a browser that began and ended in the phases: completed, or wrong at one of their steps.</summary>
public sealed record BrowserExpectationPlan : CountedExpectationPlan
{
    /// <summary>Name of the journey.</summary>
    public required string Journey { get; init; }

    /// <summary>Looks for those of which every step went as it should; else for those that went wrong.</summary>
    public required bool Completed { get; init; }

    /// <summary>Looks only for those whose page was last answered with this status; null means with any, or none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Status { get; init; }
}
