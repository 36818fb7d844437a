using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Rehearsals;

/// <summary>A scenario in code cannot be planned; the message holds all findings, each with the line of code.</summary>
public sealed class InvalidScenarioException(ImmutableArray<Finding> findings) : Exception(FindingRenderer.Render(findings))
{
    /// <summary>All of them, in the order of the text.</summary>
    public ImmutableArray<Finding> Findings { get; } = findings;
}
