using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>The on-call team decides what to do.</summary>
internal sealed record DecideStepDocument : StepBodyDocument
{
    public static MappingShape<DecideStepDocument> Shape { get; } =
        new MappingShape<DecideStepDocument>(new DecideStepDocument())
            .Optional(
                "after",
                new IncidentDurationShape { MayBeZero = true },
                (document, value) => document with { After = value });

    public Spanned<IncidentDuration>? After { get; init; }
}
