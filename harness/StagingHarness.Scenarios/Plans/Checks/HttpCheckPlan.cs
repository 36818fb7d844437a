using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans.Checks;

/// <summary>A GET is answered like this by every target, asked directly, past the gateway, without credentials.</summary>
public sealed record HttpCheckPlan : TargetedCheckPlan
{
    public required string Path { get; init; }

    /// <summary>One of these; at least one.</summary>
    public required ImmutableArray<int> Statuses { get; init; }

    /// <summary>Regular expression of .NET that is found in the body; null: whatever the body is.</summary>
    public required string? BodyPattern { get; init; }
}
