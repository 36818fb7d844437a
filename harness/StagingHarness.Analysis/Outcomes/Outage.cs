namespace StagingHarness.Analysis.Outcomes;

/// <summary>A stretch in which answers were wrong, measured on the requests.</summary>
public sealed record Outage
{
    /// <summary>Due time of the first wrong request, real time since the epoch.</summary>
    public required TimeSpan From { get; init; }

    /// <summary>Due time of the first request of the unbroken run of right answers after it; the end of the traffic when none came.</summary>
    public required TimeSpan Until { get; init; }

    /// <summary>False when the traffic ended before the answers were right again.</summary>
    public required bool Ended { get; init; }

    /// <summary>All requests that were due in it.</summary>
    public required OutcomeCounts Outcomes { get; init; }

    public TimeSpan Length => Until - From;
}
