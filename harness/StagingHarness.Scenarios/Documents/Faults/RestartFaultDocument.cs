using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Faults;

/// <summary>Stop instances and start them again at once.</summary>
internal sealed record RestartFaultDocument : InstanceFaultDocument
{
    public static MappingShape<RestartFaultDocument> Shape { get; } =
        new MappingShape<RestartFaultDocument>(new RestartFaultDocument())
            .Optional("instances", Targets, (document, value) => document with { Instances = value })
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("count", Number, (document, value) => document with { Count = value });
}
