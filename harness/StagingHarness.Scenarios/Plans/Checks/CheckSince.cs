using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Checks;

/// <summary>From when on a check counts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckSince>))]
public enum CheckSince
{
    /// <summary>Since the step that asks began.</summary>
    Step,

    /// <summary>Since the run began: of lines, all that the instances that run now have written.</summary>
    Run,
}
