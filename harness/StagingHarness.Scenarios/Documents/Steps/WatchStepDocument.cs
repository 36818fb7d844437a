using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Keep the traffic flowing.</summary>
internal sealed record WatchStepDocument : StepBodyDocument
{
    public static MappingShape<WatchStepDocument> Shape { get; } =
        new MappingShape<WatchStepDocument>(new WatchStepDocument())
            .Required(
                "for",
                new IncidentDurationShape { MayBeZero = false },
                (document, value) => document with { For = value });

    public Spanned<IncidentDuration>? For { get; init; }
}
