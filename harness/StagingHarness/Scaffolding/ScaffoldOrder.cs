using StagingHarness.Timelines;

namespace StagingHarness.Scaffolding;

/// <summary>What somebody wants to have written.</summary>
public sealed record ScaffoldOrder
{
    /// <summary>The scenario's name: lower-case letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>Where the files are written.</summary>
    public required string Folder { get; init; }

    public required ScenarioTemplate Template { get; init; }

    /// <summary>The system file; null: the one that is found below the scenario root, else a new one to fill in.</summary>
    public required string? System { get; init; }

    /// <summary>A postmortem's timeline, and where it was read; null: a made-up one.</summary>
    public required (Timeline Timeline, string Source)? Reported { get; init; }
}
