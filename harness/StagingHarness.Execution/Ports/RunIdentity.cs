namespace StagingHarness.Execution.Ports;

/// <summary>Labels every object of a run, and guards its control listeners.</summary>
public sealed record RunIdentity
{
    public required string RunId { get; init; }

    /// <summary>Secret of this run; control listeners answer only to it (header <c>X-Stage-Control</c>).</summary>
    public required string ControlToken { get; init; }
}
