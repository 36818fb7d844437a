namespace StagingHarness.Analysis.Moments;

/// <summary>One numbered moment of a run. The same number stands wherever the moment is shown.</summary>
public sealed record Moment
{
    /// <summary>From 1, in the order of time.</summary>
    public required int Number { get; init; }

    public required MomentKind Kind { get; init; }

    /// <summary>Real time since the epoch.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>Number of the step in which it happened; null outside of steps.</summary>
    public required string? Step { get; init; }

    /// <summary>What tells it: the name of an event of the journal, or the requests themselves.</summary>
    public required string Source { get; init; }

    /// <summary>What happened, in a few words.</summary>
    public required string Words { get; init; }

    /// <summary>What it was decided on, in sentences, for where there is room; null for what its words tell whole.</summary>
    public string? Evidence { get; init; }

    /// <summary>True for what somebody learned or did about it; false for what was so, whether anybody knew or not.</summary>
    public bool IsKnown => Kind is MomentKind.Alert or MomentKind.Page or MomentKind.Acknowledged or MomentKind.Refused
        or MomentKind.RollbackStarted or MomentKind.RolledBack or MomentKind.RestartStarted;
}
