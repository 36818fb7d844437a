using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents;

/// <summary>How a server starts.</summary>
internal sealed record StartDocument
{
    public static MappingShape<StartDocument> Shape { get; } = new MappingShape<StartDocument>(new StartDocument())
        .Optional(
            "arguments",
            new ListShape<string>(new TextShape("a text", "\"\"") { Verbatim = true }),
            (document, value) => document with { Arguments = value })
        .Optional(
            "environment",
            new NamedShape<string>("variable", new EnvironmentNameShape(), new TextShape("a text", "\"\"") { Verbatim = true }),
            (document, value) => document with { Environment = value })
        .Optional("stop-within", new RealDurationShape(), (document, value) => document with { StopWithin = value });

    public Spanned<ImmutableArray<Spanned<string>>>? Arguments { get; init; }

    public Spanned<ImmutableArray<Named<string>>>? Environment { get; init; }

    public Spanned<TimeSpan>? StopWithin { get; init; }
}
