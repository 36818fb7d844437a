using System.Text.Json.Serialization;

namespace StagingHarness.Analysis.Expectations;

/// <summary>How something that was asked for stands after a run. Ordered: the worst wins.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Standing>))]
public enum Standing
{
    /// <summary>Measured with enough samples, and true.</summary>
    Met,

    /// <summary>Not measured, or not enough of it.</summary>
    Inconclusive,

    /// <summary>Measured, and not true.</summary>
    NotMet,
}
