using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Faults;

/// <summary>The instances may hold less memory.</summary>
internal sealed record MemoryFaultDocument : InstanceFaultDocument
{
    public static MappingShape<MemoryFaultDocument> Shape { get; } =
        new MappingShape<MemoryFaultDocument>(new MemoryFaultDocument())
            .Optional("instances", Targets, (document, value) => document with { Instances = value })
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("count", Number, (document, value) => document with { Count = value })
            .Required("limit", new MemoryShape(), (document, value) => document with { Limit = value });

    public Spanned<long>? Limit { get; init; }
}
