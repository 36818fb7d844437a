using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems.Artifacts;

namespace StagingHarness.Scenarios.Documents.Systems;

/// <summary>Something that is run once and ends by itself, such as the migration of a database.</summary>
internal sealed record JobDocument
{
    public static MappingShape<JobDocument> Shape { get; } = new MappingShape<JobDocument>(new JobDocument())
        .Required("runs", ArtifactDocument.OfJobs, (document, value) => document with { Runs = value })
        .Optional("command", CommandLine.Shape, (document, value) => document with { Command = value })
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
        .Optional(
            "needs",
            new ListShape<string>(Names.Service) { Distinct = true },
            (document, value) => document with { Needs = value })
        .Optional("container", ContainerDocument.Shape, (document, value) => document with { Container = value })
        .Optional("within", new RealDurationShape(), (document, value) => document with { Within = value });

    public Spanned<ArtifactDocument>? Runs { get; init; }

    public Spanned<ImmutableArray<Spanned<string>>>? Command { get; init; }

    public Spanned<ImmutableArray<Spanned<string>>>? Arguments { get; init; }

    public Spanned<ImmutableArray<Named<string>>>? Environment { get; init; }

    public Spanned<ImmutableArray<Named<StartFileDocument>>>? Files { get; init; }

    public Spanned<ImmutableArray<Spanned<string>>>? Needs { get; init; }

    public Spanned<ContainerDocument>? Container { get; init; }

    public Spanned<TimeSpan>? Within { get; init; }
}
