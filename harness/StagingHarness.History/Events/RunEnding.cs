using System.Text.Json.Serialization;

namespace StagingHarness.History.Events;

/// <summary>How a run ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunEnding>))]
public enum RunEnding
{
    /// <summary>Every step ran, was superseded by the runbook, or failed for a reason of the system under test.</summary>
    Completed,

    /// <summary>Somebody interrupted it.</summary>
    Aborted,

    /// <summary>The environment did not hold: engine, ports, disk, generator.</summary>
    EnvironmentFailed,

    /// <summary>A defect of the harness itself.</summary>
    InternalError,
}
