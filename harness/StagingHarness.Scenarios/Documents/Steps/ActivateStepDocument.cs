using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Hand all traffic over to what is staged.</summary>
internal sealed record ActivateStepDocument : VersionStepBodyDocument
{
    public static MappingShape<ActivateStepDocument> Shape { get; } =
        new MappingShape<ActivateStepDocument>(new ActivateStepDocument())
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("begins", Names.Phase, (document, value) => document with { Begins = value });

    public Spanned<string>? Begins { get; init; }
}
