using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans;

/// <summary>How the rate changes in a stretch.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StretchKind>))]
public enum StretchKind
{
    /// <summary>At once to another rate, which stays.</summary>
    Hold,

    /// <summary>Evenly from the rate before to another one, which stays.</summary>
    Ramp,

    /// <summary>At once to another rate, and back to the one before.</summary>
    Spike,
}
