using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Runs a job of the system, once and to its end.</summary>
internal sealed record JobStepDocument : StepBodyDocument
{
    public static MappingShape<JobStepDocument> Shape { get; } =
        new MappingShape<JobStepDocument>(new JobStepDocument())
            .Required("name", Names.Job, (document, value) => document with { Name = value })
            .Optional("begins", Names.Phase, (document, value) => document with { Begins = value });

    public Spanned<string>? Name { get; init; }

    public Spanned<string>? Begins { get; init; }
}
