using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems;

/// <summary>How the same thing starts on a machine without containers.</summary>
internal sealed record LocalDocument
{
    public static MappingShape<LocalDocument> Shape { get; } = new MappingShape<LocalDocument>(new LocalDocument())
        .Required("command", CommandLine.Shape, (document, value) => document with { Command = value })
        .Optional(
            "requires",
            new ListShape<string>(new AbsolutePathShape("/usr/sbin/nginx")) { Distinct = true },
            (document, value) => document with { Requires = value });

    public Spanned<ImmutableArray<Spanned<string>>>? Command { get; init; }

    public Spanned<ImmutableArray<Spanned<string>>>? Requires { get; init; }
}
