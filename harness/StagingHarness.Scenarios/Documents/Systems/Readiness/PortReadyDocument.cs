using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Readiness;

/// <summary>Ready when its port accepts a connection.</summary>
internal sealed record PortReadyDocument : ReadyDocument
{
    public static MappingShape<PortReadyDocument> Shape { get; } = new MappingShape<PortReadyDocument>(new PortReadyDocument())
        .Required("port", new FlagShape(), (document, value) => document with { Port = value })
        .Optional("within", new RealDurationShape(), (document, value) => document with { Within = value });

    public Spanned<bool>? Port { get; init; }
}
