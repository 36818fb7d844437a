using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;

namespace StagingHarness.Scenarios.Documents;

/// <summary>The upgrade that the scenario is about.</summary>
internal sealed record UpgradeDocument
{
    public static MappingShape<UpgradeDocument> Shape { get; } =
        new MappingShape<UpgradeDocument>(new UpgradeDocument())
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Required("to", VersionDocument.Shape, (document, value) => document with { To = value });

    public Spanned<string>? Service { get; init; }

    public Spanned<VersionDocument>? To { get; init; }
}
