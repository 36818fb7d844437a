using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems;

/// <summary>How a server starts.</summary>
internal sealed record StartDocument
{
    public static MappingShape<StartDocument> Shape { get; } = new MappingShape<StartDocument>(new StartDocument())
        .Optional(
            "port",
            new CountShape { Least = 1, Most = 65_535, Usual = 8080 },
            (document, value) => document with { Port = value })
        .WhenWritten("port", document => document with { HasPort = true })
        .Optional(
            "arguments",
            new ListShape<string>(new TextShape("a text", "\"\"") { Verbatim = true }),
            (document, value) => document with { Arguments = value })
        .Optional(
            "environment",
            new NamedShape<string>("variable", new EnvironmentNameShape(), new TextShape("a text", "\"\"") { Verbatim = true }),
            (document, value) => document with { Environment = value })
        .Optional(
            "files",
            new NamedShape<StartFileDocument>("file", Names.File, StartFileDocument.Shape),
            (document, value) => document with { Files = value })
        .Optional("stop-within", new RealDurationShape(), (document, value) => document with { StopWithin = value });

    public Spanned<int>? Port { get; init; }

    /// <summary>Also true when what is written there could not be read.</summary>
    public bool HasPort { get; init; }

    public Spanned<ImmutableArray<Spanned<string>>>? Arguments { get; init; }

    public Spanned<ImmutableArray<Named<string>>>? Environment { get; init; }

    public Spanned<ImmutableArray<Named<StartFileDocument>>>? Files { get; init; }

    public Spanned<TimeSpan>? StopWithin { get; init; }
}
