using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Faults;

/// <summary>Connections are reset.</summary>
internal sealed record ResetFaultDocument : LinkFaultDocument
{
    public static MappingShape<ResetFaultDocument> Shape { get; } =
        new MappingShape<ResetFaultDocument>(new ResetFaultDocument())
            .Required("from", Names.Member, (document, value) => document with { From = value })
            .Required("to", Names.Member, (document, value) => document with { To = value })
            .Optional("after", new AmountShape(), (document, value) => document with { After = value });

    /// <summary>Bytes that still pass through each connection.</summary>
    public Spanned<long>? After { get; init; }
}
