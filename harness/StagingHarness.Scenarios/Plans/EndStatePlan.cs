using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans;

/// <summary>The version that every server must serve when the scenario ends, by the server's name; no other server stands there then.</summary>
public sealed record EndStatePlan
{
    /// <summary>After the steps, when no page went out and no gate refused; each gate has its own.</summary>
    public required ImmutableSortedDictionary<string, ServerVersion> WithoutPage { get; init; }

    /// <summary>After the runbook, when a page went out. Equal to the other one when there is no runbook.</summary>
    public required ImmutableSortedDictionary<string, ServerVersion> AfterRunbook { get; init; }
}
