using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios;

/// <summary>What came of loading a scenario file: its plan, or the findings that stand in the way of one.</summary>
public sealed record LoadResult
{
    /// <summary>Everything found in one pass: the scenario file first, then its system file, then the overrides, each by line.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Null exactly when a finding is an error.</summary>
    public required ScenarioPlan? Plan { get; init; }

    /// <summary>The scenario's name as far as it could be read, also without a plan; null when it could not.</summary>
    public required string? Name { get; init; }

    /// <summary>Absolute path of the folder that all paths in plan and findings are relative to.</summary>
    public required string RootDirectory { get; init; }
}
