using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Faults;

/// <summary>A path that the instances may write has no room left.</summary>
internal sealed record FullDiskFaultDocument : InstanceFaultDocument
{
    public static MappingShape<FullDiskFaultDocument> Shape { get; } =
        new MappingShape<FullDiskFaultDocument>(new FullDiskFaultDocument())
            .Optional("instances", Targets, (document, value) => document with { Instances = value })
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("count", Number, (document, value) => document with { Count = value })
            .Required("path", new AbsolutePathShape("/tmp"), (document, value) => document with { Path = value })
            .Required("size", new AmountShape(), (document, value) => document with { Size = value });

    public Spanned<string>? Path { get; init; }

    /// <summary>How much fits there from the start on.</summary>
    public Spanned<long>? Size { get; init; }
}
