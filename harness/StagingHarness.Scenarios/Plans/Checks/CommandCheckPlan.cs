using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans.Checks;

/// <summary>A command ends like this where every target runs.</summary>
public sealed record CommandCheckPlan : TargetedCheckPlan
{
    /// <summary>Program and arguments, no shell.</summary>
    public required ImmutableArray<string> Command { get; init; }

    public required int ExitCode { get; init; }

    /// <summary>Regular expression of .NET that is found in what it wrote to standard output; null: whatever that is.</summary>
    public required string? OutputPattern { get; init; }
}
