using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>What an instance is doing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InstanceState>))]
public enum InstanceState
{
    /// <summary>Started and ready; with an old and a new version side by side, one of them at least.</summary>
    Running,

    /// <summary>Stopped by the harness, and not started again.</summary>
    Stopped,

    /// <summary>Ended although nobody stopped it, or never became ready; until it is started again.</summary>
    Crashed,
}
