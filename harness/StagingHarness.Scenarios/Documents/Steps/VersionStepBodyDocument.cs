using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>A step that moves the servers of one service from version to version.</summary>
internal abstract record VersionStepBodyDocument : StepBodyDocument
{
    private protected VersionStepBodyDocument()
    {
    }

    public Spanned<string>? Service { get; init; }
}
