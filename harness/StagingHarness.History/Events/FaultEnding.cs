using System.Text.Json.Serialization;

namespace StagingHarness.History.Events;

/// <summary>How a fault ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultEnding>))]
public enum FaultEnding
{
    /// <summary>As planned: what it broke is whole again.</summary>
    Healed,

    /// <summary>The run ended while it was open: what it held was let go, and nothing was started again.</summary>
    Undone,
}
