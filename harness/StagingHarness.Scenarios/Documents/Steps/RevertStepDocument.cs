using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Bring the service back to what served before its upgrade began, from any point of it.</summary>
internal sealed record RevertStepDocument : VersionStepBodyDocument
{
    public static MappingShape<RevertStepDocument> Shape { get; } =
        new MappingShape<RevertStepDocument>(new RevertStepDocument())
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("batch", Names.ServerCount, (document, value) => document with { Batch = value })
            .Optional("begins", Names.Phase, (document, value) => document with { Begins = value });

    public Spanned<int>? Batch { get; init; }

    public Spanned<string>? Begins { get; init; }
}
