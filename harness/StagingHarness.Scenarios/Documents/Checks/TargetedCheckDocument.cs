using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Checks;

/// <summary>A check of one instance, or of every server of a service.</summary>
internal abstract record TargetedCheckDocument : CheckDocument
{
    private protected TargetedCheckDocument()
    {
    }

    public Spanned<string>? Service { get; init; }

    public Spanned<string>? Instance { get; init; }
}
