using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Faults;

/// <summary>Nobody on the stage finds the instances by their names.</summary>
internal sealed record NamelessFaultDocument : InstanceFaultDocument
{
    public static MappingShape<NamelessFaultDocument> Shape { get; } =
        new MappingShape<NamelessFaultDocument>(new NamelessFaultDocument())
            .Optional("instances", Targets, (document, value) => document with { Instances = value })
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("count", Number, (document, value) => document with { Count = value });
}
