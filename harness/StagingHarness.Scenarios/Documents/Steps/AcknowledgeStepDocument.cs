using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>The on-call team acknowledges the page.</summary>
internal sealed record AcknowledgeStepDocument : StepBodyDocument
{
    public static MappingShape<AcknowledgeStepDocument> Shape { get; } =
        new MappingShape<AcknowledgeStepDocument>(new AcknowledgeStepDocument())
            .Optional(
                "after",
                new IncidentDurationShape { MayBeZero = true },
                (document, value) => document with { After = value });

    public Spanned<IncidentDuration>? After { get; init; }
}
