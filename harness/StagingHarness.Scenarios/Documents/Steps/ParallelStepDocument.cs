using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Steps that run at the same time.</summary>
internal sealed record ParallelStepDocument : StepBodyDocument
{
    public static ListShape<StepDocument> Shape => new(StepDocument.OfParallel) { NeedsOne = "step" };

    public required ImmutableArray<Spanned<StepDocument>> Steps { get; init; }
}
