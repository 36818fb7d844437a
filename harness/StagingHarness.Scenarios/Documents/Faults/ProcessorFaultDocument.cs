using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Faults;

/// <summary>The instances get a part of one processor.</summary>
internal sealed record ProcessorFaultDocument : InstanceFaultDocument
{
    public static MappingShape<ProcessorFaultDocument> Shape { get; } =
        new MappingShape<ProcessorFaultDocument>(new ProcessorFaultDocument())
            .Optional("instances", Targets, (document, value) => document with { Instances = value })
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("count", Number, (document, value) => document with { Count = value })
            .Required("limit", new ShareShape { LessThan = 100 }, (document, value) => document with { Limit = value });

    public Spanned<Share>? Limit { get; init; }
}
