using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios;

/// <summary>What a rule about a whole plan has against it; it becomes a finding.</summary>
public sealed record PlanObjection
{
    public required FindingCode Code { get; init; }

    /// <summary>Of an expectation or step of the plan.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>What is wrong, a sentence with its full stop.</summary>
    public required string Summary { get; init; }

    /// <summary>What to write.</summary>
    public required string Hint { get; init; }
}
