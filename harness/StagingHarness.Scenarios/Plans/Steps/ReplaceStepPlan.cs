namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>
/// Replaces some servers of a rolling upgrade: in place (out of the routes, drained, stopped, the new one started), or with the new one
/// started beside, which then takes the old one's place in the routes. No server takes traffic before it is ready and attests the version.
/// </summary>
public sealed record ReplaceStepPlan : VersionStepPlan
{
    /// <summary>The new one starts before the old one leaves.</summary>
    public required bool Surge { get; init; }

    /// <summary>The first one of its rolling upgrade: the phase <c>upgrade</c> begins with it.</summary>
    public required bool Opens { get; init; }

    /// <summary>Name of the phase that begins when the step is done; null for all but the last one of its rolling upgrade.</summary>
    public required string? Begins { get; init; }

    /// <summary>The server is killed (SIGKILL) in the middle, and the step ends there: what follows must cope with half a step.</summary>
    public required bool CutOff { get; init; }
}
