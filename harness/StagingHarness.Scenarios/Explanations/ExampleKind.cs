namespace StagingHarness.Scenarios.Explanations;

/// <summary>Where an example stands.</summary>
public enum ExampleKind
{
    /// <summary>A part of a scenario file.</summary>
    Scenario,

    /// <summary>A part of a system file.</summary>
    System,

    /// <summary>Options of a command.</summary>
    Command,
}
