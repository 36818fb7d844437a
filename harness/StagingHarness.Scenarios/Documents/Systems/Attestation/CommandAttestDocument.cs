using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Attestation;

/// <summary>A command, run where the server runs, prints its release.</summary>
internal sealed record CommandAttestDocument : AttestDocument
{
    public static MappingShape<CommandAttestDocument> Shape { get; } =
        new MappingShape<CommandAttestDocument>(new CommandAttestDocument())
            .Required("command", CommandLine.Shape, (document, value) => document with { Command = value })
            .Optional(
                "pattern",
                new RegularExpressionShape("nginx/(\\S+)") { NeedsGroup = true },
                (document, value) => document with { Pattern = value })
            .Elsewhere("path", "it belongs beside 'release' or 'release-header'; a command asks no path");

    public Spanned<ImmutableArray<Spanned<string>>>? Command { get; init; }

    public Spanned<string>? Pattern { get; init; }
}
