using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Readiness;

/// <summary>Ready when it has said so in its output.</summary>
internal sealed record LogReadyDocument : ReadyDocument
{
    public static MappingShape<LogReadyDocument> Shape { get; } = new MappingShape<LogReadyDocument>(new LogReadyDocument())
        .Required("log", new RegularExpressionShape("ready to accept connections"), (document, value) => document with { Log = value })
        .Optional("within", new RealDurationShape(), (document, value) => document with { Within = value });

    public Spanned<string>? Log { get; init; }
}
