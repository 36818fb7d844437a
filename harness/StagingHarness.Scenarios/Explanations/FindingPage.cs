using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Scenarios.Explanations;

/// <summary>What a finding means, and how it comes about and goes away.</summary>
public sealed record FindingPage
{
    public required FindingCode Code { get; init; }

    /// <summary>Sentences on one or more lines.</summary>
    public required string Meaning { get; init; }

    /// <summary>What the finding is told for.</summary>
    public required ImmutableArray<PageExample> Wrong { get; init; }

    /// <summary>The same, written as it should be.</summary>
    public required ImmutableArray<PageExample> Right { get; init; }
}
