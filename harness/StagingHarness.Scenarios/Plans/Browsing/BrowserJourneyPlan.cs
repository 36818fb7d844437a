using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans.Browsing;

/// <summary>What a customer does in a browser, again and again while the traffic flows.</summary>
public sealed record BrowserJourneyPlan
{
    public required string Name { get; init; }

    /// <summary>Real time from the beginning of one to that of the next, or as soon as the one before has ended.</summary>
    public required TimeSpan Every { get; init; }

    /// <summary>Real time after which a step of it has failed.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Names of the credentials that requests to the gateway carry.</summary>
    public required ImmutableArray<string> Credentials { get; init; }

    public required ImmutableArray<BrowserStepPlan> Steps { get; init; }
}
