using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Faults;

/// <summary>Freeze instances: their connections stay open and nothing moves.</summary>
internal sealed record PauseFaultDocument : InstanceFaultDocument
{
    public static MappingShape<PauseFaultDocument> Shape { get; } =
        new MappingShape<PauseFaultDocument>(new PauseFaultDocument())
            .Optional("instances", Targets, (document, value) => document with { Instances = value })
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("count", Number, (document, value) => document with { Count = value });
}
