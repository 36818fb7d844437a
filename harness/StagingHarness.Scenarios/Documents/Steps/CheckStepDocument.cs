using StagingHarness.Scenarios.Documents.Checks;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>A step that asks the stage for something.</summary>
internal abstract record CheckStepDocument : StepBodyDocument
{
    private protected CheckStepDocument()
    {
    }

    /// <summary>Null: it could not be read.</summary>
    public abstract Spanned<CheckDocument>? Asked { get; }
}
