namespace StagingHarness.Execution.Running;

/// <summary>What a run is told from outside.</summary>
public sealed record RunOptions
{
    public required Ports.RunIdentity Identity { get; init; }

    public required string HarnessVersion { get; init; }

    /// <summary>Gets a line per state change while artifacts are prepared.</summary>
    public required IProgress<string> Preparation { get; init; }
}
