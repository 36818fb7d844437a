using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>What is claimed of one share of answers against another.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ComparisonClaim>))]
public enum ComparisonClaim
{
    /// <summary>It is not higher by more than the margin.</summary>
    NoMore,

    /// <summary>It is higher.</summary>
    More,

    /// <summary>It is higher or lower.</summary>
    Different,
}
