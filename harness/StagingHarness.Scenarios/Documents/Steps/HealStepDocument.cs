using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Ends a fault that lasts until it is healed.</summary>
internal sealed record HealStepDocument : StepBodyDocument
{
    public static MappingShape<HealStepDocument> Shape { get; } =
        new MappingShape<HealStepDocument>(new HealStepDocument())
            .Required("fault", Names.Fault, (document, value) => document with { Fault = value });

    public Spanned<string>? Fault { get; init; }
}
