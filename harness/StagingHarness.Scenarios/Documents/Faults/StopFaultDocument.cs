using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Faults;

/// <summary>Stop instances as an operator would (SIGTERM).</summary>
internal sealed record StopFaultDocument : InstanceFaultDocument
{
    public static MappingShape<StopFaultDocument> Shape { get; } =
        new MappingShape<StopFaultDocument>(new StopFaultDocument())
            .Optional("instances", Targets, (document, value) => document with { Instances = value })
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("count", Number, (document, value) => document with { Count = value });
}
