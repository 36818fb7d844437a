using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Faults;

/// <summary>Take instances off the network; they go on running.</summary>
internal sealed record DisconnectFaultDocument : InstanceFaultDocument
{
    public static MappingShape<DisconnectFaultDocument> Shape { get; } =
        new MappingShape<DisconnectFaultDocument>(new DisconnectFaultDocument())
            .Optional("instances", Targets, (document, value) => document with { Instances = value })
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("count", Number, (document, value) => document with { Count = value });
}
