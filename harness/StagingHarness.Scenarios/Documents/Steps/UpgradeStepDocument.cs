using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Stage and activate in one.</summary>
internal sealed record UpgradeStepDocument : UpgradingStepDocument
{
    public static MappingShape<UpgradeStepDocument> Shape { get; } =
        new MappingShape<UpgradeStepDocument>(new UpgradeStepDocument())
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("to", VersionDocument.Shape, (document, value) => document with { To = value })
            .Optional("begins", Names.Phase, (document, value) => document with { Begins = value });
}
