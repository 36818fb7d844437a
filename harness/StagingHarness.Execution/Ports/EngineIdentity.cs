using System.Collections.Immutable;

namespace StagingHarness.Execution.Ports;

/// <summary>Which engine serves, and why, in one plain line.</summary>
public sealed record EngineIdentity(string Name, string Reason)
{
    /// <summary>What else is worth knowing once: what it swept away, what it does without and why; a line each.</summary>
    public ImmutableArray<string> Notices { get; init; } = [];
}
