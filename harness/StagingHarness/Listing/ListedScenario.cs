using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Listing;

/// <summary>A scenario file, and what its first lines say.</summary>
public sealed record ListedScenario
{
    /// <summary>Relative to the scenario root, with forward slashes.</summary>
    public required string File { get; init; }

    /// <summary>Null when not even that could be read.</summary>
    public required string? Name { get; init; }

    /// <summary>Null when the file has errors: they say what; <see cref="Errors"/> counts them.</summary>
    public required string? Title { get; init; }

    public required Intent? Intent { get; init; }

    /// <summary>Empty also when the file has errors.</summary>
    public required ImmutableArray<string> Tags { get; init; }

    public required int Errors { get; init; }
}
