using System.Text.Json.Serialization;

namespace StagingHarness.Verdicts.Comparisons;

/// <summary>Whether a figure says something about the system, or only what the scenario prescribed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MeasureLabel>))]
public enum MeasureLabel
{
    /// <summary>Nothing prescribed it.</summary>
    Measured,

    /// <summary>The scenario prescribed it, and it took no longer.</summary>
    Scripted,

    /// <summary>The scenario prescribed a minimum; what it really took beyond that is measured.</summary>
    ScriptedWithOverrun,

    /// <summary>It did not happen in the replay.</summary>
    Absent,
}
