namespace StagingHarness.Scenarios.Explanations;

/// <summary>Where an example stands.</summary>
public enum ExampleKind
{
    /// <summary>A part of a scenario file.</summary>
    Scenario,

    /// <summary>A part of a system file.</summary>
    System,

    /// <summary>The file <c>rates.json</c>, which the system names.</summary>
    Mapping,

    /// <summary>Options of a command.</summary>
    Command,
}
