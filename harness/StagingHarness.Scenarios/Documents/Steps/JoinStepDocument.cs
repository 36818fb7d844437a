using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>New servers with the version join the service; those that stand there stay as they are.</summary>
internal sealed record JoinStepDocument : UpgradingStepDocument
{
    public static MappingShape<JoinStepDocument> Shape { get; } =
        new MappingShape<JoinStepDocument>(new JoinStepDocument())
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("to", VersionDocument.Shape, (document, value) => document with { To = value })
            .Optional("begins", Names.Phase, (document, value) => document with { Begins = value })
            .Optional("instances", Names.ServerCount, (document, value) => document with { Instances = value });

    public Spanned<int>? Instances { get; init; }
}
