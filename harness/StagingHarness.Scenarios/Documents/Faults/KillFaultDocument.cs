using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Faults;

/// <summary>Kill instances at once (SIGKILL).</summary>
internal sealed record KillFaultDocument : InstanceFaultDocument
{
    public static MappingShape<KillFaultDocument> Shape { get; } =
        new MappingShape<KillFaultDocument>(new KillFaultDocument())
            .Optional("instances", Targets, (document, value) => document with { Instances = value })
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("count", Number, (document, value) => document with { Count = value });
}
