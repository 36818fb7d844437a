using System.Collections.Immutable;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Causes;

/// <summary>What the evidence points to; a suspicion, never a finding.</summary>
public sealed record SuspectedCause
{
    /// <summary>The most frequent exception in the logs of the failing servers while they failed; null when they logged none.</summary>
    public required LoggedError? Error { get; init; }

    /// <summary>How often it was logged.</summary>
    public required int Count { get; init; }

    /// <summary>Instances that logged it; empty when it stands in the reason of a failed step.</summary>
    public required ImmutableArray<string> Instances { get; init; }

    /// <summary>The library that the exception asks for; null when it asks for none.</summary>
    public required MissingLibrary? Library { get; init; }

    /// <summary>Servers whose app answered wrongly.</summary>
    public required ImmutableArray<ServerStamp> Failing { get; init; }

    public required ImmutableArray<VersionDifference> Differences { get; init; }

    /// <summary>Libraries that do not go together; null when the failing servers carry none, or those that worked carry them, too.</summary>
    public MixedFamily? Family { get; init; }

    /// <summary>What of the provider has changed, by what servers answered and wrote; null when the evidence points to none.</summary>
    public SuspectedFacet? Facet { get; init; }
}
