using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;

namespace StagingHarness.Scenarios.Planning.Strategies;

/// <summary>One small change that a strategy is made of; authors write the strategy, and the planner its moves.</summary>
internal abstract record Move : StepBodyDocument
{
    private protected Move()
    {
    }

    /// <summary>Names of the servers that it moves.</summary>
    public required ImmutableArray<string> Servers { get; init; }

    /// <summary>The phase that begins when it is done; null when it begins none.</summary>
    public string? Begins { get; init; }

    /// <summary>Where the author gave that name; null where it is the default.</summary>
    public Spanned<string>? GivenPhase { get; init; }
}
