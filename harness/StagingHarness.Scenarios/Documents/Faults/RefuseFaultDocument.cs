using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Faults;

/// <summary>Connections are refused, and those that are open are cut.</summary>
internal sealed record RefuseFaultDocument : LinkFaultDocument
{
    public static MappingShape<RefuseFaultDocument> Shape { get; } =
        new MappingShape<RefuseFaultDocument>(new RefuseFaultDocument())
            .Required("from", Names.Member, (document, value) => document with { From = value })
            .Required("to", Names.Member, (document, value) => document with { To = value });
}
