using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Faults;

/// <summary>What is answered arrives later.</summary>
internal sealed record LatencyFaultDocument : LinkFaultDocument
{
    public static MappingShape<LatencyFaultDocument> Shape { get; } =
        new MappingShape<LatencyFaultDocument>(new LatencyFaultDocument())
            .Required("from", Names.Member, (document, value) => document with { From = value })
            .Required("to", Names.Member, (document, value) => document with { To = value })
            .Required("delay", new RealDurationShape(), (document, value) => document with { Delay = value })
            .Optional("jitter", new RealDurationShape(), (document, value) => document with { Jitter = value });

    public Spanned<TimeSpan>? Delay { get; init; }

    /// <summary>Each delay is longer or shorter by so much at most.</summary>
    public Spanned<TimeSpan>? Jitter { get; init; }
}
