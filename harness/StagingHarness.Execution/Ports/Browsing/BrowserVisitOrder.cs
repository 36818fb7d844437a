using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans.Browsing;

namespace StagingHarness.Execution.Ports.Browsing;

/// <summary>One journey that is to be made.</summary>
public sealed record BrowserVisitOrder
{
    public required BrowserJourneyPlan Journey { get; init; }

    /// <summary>Headers that requests to the gateway carry, and requests to nobody else (name to value).</summary>
    public required ImmutableSortedDictionary<string, string> Headers { get; init; }

    /// <summary>Credential name to secret, of those that steps fill in.</summary>
    public required ImmutableSortedDictionary<string, string> Secrets { get; init; }

    /// <summary>User to password, of those that steps fill in.</summary>
    public required ImmutableSortedDictionary<string, string> Passwords { get; init; }
}
