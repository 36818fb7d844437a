using StagingHarness.Scenarios.Units;

namespace StagingHarness.Analysis.Upgrades;

/// <summary>What an upgrade cost, in figures that can be laid beside those of another run. All moments are real time since the epoch.</summary>
public sealed record UpgradeFigures
{
    /// <summary>
    /// The candidate's first traffic: the first request that a server answered whose version is not the one that the stage began with,
    /// or the change of routes that led to such a server, whichever came first. Where the gateway does not lead to the service that is
    /// upgraded: the end of its activation. Null when no candidate took traffic.
    /// </summary>
    public required TimeSpan? CandidateFrom { get; init; }

    /// <summary>The first wrong request that was due from there on; null when there was none.</summary>
    public required TimeSpan? FirstWrong { get; init; }

    /// <summary>When detection fired or a page went out for the first time after that; null when neither did.</summary>
    public required TimeSpan? Detected { get; init; }

    /// <summary>
    /// Due time of the first request after the last outage: from there on right answers are unbroken. Null when nothing was wrong, or
    /// when the answers were wrong to the end.
    /// </summary>
    public required TimeSpan? Recovered { get; init; }

    /// <summary>Requests that were due from the candidate's first traffic to recovery, else to the end of the traffic.</summary>
    public required long Requests { get; init; }

    /// <summary>Those of them that were answered wrongly, or not at all.</summary>
    public required long Failed { get; init; }

    /// <summary>Failed / requests; null when there were no requests.</summary>
    public Share? FailedShare => Requests == 0 ? null : Share.Of(Failed, Requests);

    /// <summary>First wrong request due, to detection.</summary>
    public TimeSpan? TimeToDetect => Detected - FirstWrong;

    /// <summary>First wrong request due, to the first request of the unbroken run of right answers.</summary>
    public TimeSpan? TimeToRecover => Recovered - FirstWrong;
}
