using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans;

/// <summary>How requests are spread over time.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ArrivalSpread>))]
public enum ArrivalSpread
{
    /// <summary>As far apart as the rate says.</summary>
    Evenly,

    /// <summary>Each by chance, independent of all others; the rate is what comes on average. Drawn from the plan's seed.</summary>
    Poisson,
}
