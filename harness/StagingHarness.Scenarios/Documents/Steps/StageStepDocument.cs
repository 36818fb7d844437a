using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Place a version and start it beside the old one.</summary>
internal sealed record StageStepDocument : UpgradingStepDocument
{
    public static MappingShape<StageStepDocument> Shape { get; } =
        new MappingShape<StageStepDocument>(new StageStepDocument())
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("to", VersionDocument.Shape, (document, value) => document with { To = value });
}
