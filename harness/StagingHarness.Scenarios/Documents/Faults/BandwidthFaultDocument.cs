using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Faults;

/// <summary>Only so many bytes pass each way in a second.</summary>
internal sealed record BandwidthFaultDocument : LinkFaultDocument
{
    public static MappingShape<BandwidthFaultDocument> Shape { get; } =
        new MappingShape<BandwidthFaultDocument>(new BandwidthFaultDocument())
            .Required("from", Names.Member, (document, value) => document with { From = value })
            .Required("to", Names.Member, (document, value) => document with { To = value })
            .Required("rate", new BandwidthShape(), (document, value) => document with { Rate = value });

    /// <summary>Bytes per second of real time.</summary>
    public Spanned<long>? Rate { get; init; }
}
