using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>A step that moves towards a version: the one that it names, or the target of <c>upgrade</c>.</summary>
internal abstract record UpgradingStepDocument : VersionStepBodyDocument
{
    /// <summary>So many servers join, or are a canary, where nothing is said.</summary>
    public const int UsualAddition = 1;

    private protected UpgradingStepDocument()
    {
    }

    public Spanned<VersionDocument>? To { get; init; }

    /// <summary>Null also for a step that begins no phase.</summary>
    public Spanned<string>? Begins { get; init; }
}
