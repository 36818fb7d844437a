using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems;

/// <summary>A configuration in which a service can stand: what it lays over the service's own environment and files.</summary>
internal sealed record ConfigurationDocument
{
    public static MappingShape<ConfigurationDocument> Shape { get; } =
        new MappingShape<ConfigurationDocument>(new ConfigurationDocument())
            .Optional(
                "environment",
                new NamedShape<string>("variable", new EnvironmentNameShape(), new TextShape("a text", "\"\"") { Verbatim = true }),
                (document, value) => document with { Environment = value })
            .Optional(
                "files",
                new NamedShape<StartFileDocument>("file", Names.File, StartFileDocument.Shape),
                (document, value) => document with { Files = value });

    public Spanned<ImmutableArray<Named<string>>>? Environment { get; init; }

    public Spanned<ImmutableArray<Named<StartFileDocument>>>? Files { get; init; }
}
