using System.Collections.Immutable;

namespace StagingHarness.Execution.Ports.Instances;

/// <summary>Which engine serves, and why, in one plain line.</summary>
public sealed record EngineIdentity(string Name, string Reason)
{
    /// <summary>Version of the engine as it tells it itself, such as <c>20.10.24, API 1.41</c>; null for an engine that has none.</summary>
    public string? Version { get; init; }

    /// <summary>What else is worth knowing once: what it swept away, what it does without and why; a line each.</summary>
    public ImmutableArray<string> Notices { get; init; } = [];
}
