namespace StagingHarness.Analysis.Phases;

/// <summary>Names of the phases that every run can have; the others are named by the steps that begin them.</summary>
public static class PhaseNames
{
    /// <summary>From the first request to the first step that changes versions.</summary>
    public const string Baseline = "baseline";

    /// <summary>From the start of staging a version to the step that lets it serve.</summary>
    public const string Staging = "staging";

    /// <summary>From the start of an activation to the hand-over of the traffic.</summary>
    public const string Upgrade = "upgrade";

    /// <summary>From the first traffic of a canary to the end of its last share.</summary>
    public const string Canary = "canary";

    /// <summary>From the start of the roll-back to the return of the traffic.</summary>
    public const string Rollback = "rollback";

    /// <summary>From the first wrong answer that detection fired for to the return of the traffic.</summary>
    public const string Outage = "outage";
}
