using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;

namespace StagingHarness.Scenarios.Documents.Checks;

/// <summary>A command ends like this, run where the server runs.</summary>
internal sealed record CommandCheckDocument : TargetedCheckDocument
{
    public static MappingShape<CommandCheckDocument> Shape { get; } =
        new MappingShape<CommandCheckDocument>(new CommandCheckDocument())
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("instance", Names.Instance, (document, value) => document with { Instance = value })
            .Required("run", CommandLine.Shape, (document, value) => document with { Run = value })
            .Optional("exit", new CountShape { Least = 0, Most = 255, Usual = 0 }, (document, value) => document with { Exit = value })
            .Optional("output", new RegularExpressionShape("accepting connections"), (document, value) => document with { Output = value });

    public Spanned<ImmutableArray<Spanned<string>>>? Run { get; init; }

    public Spanned<int>? Exit { get; init; }

    public Spanned<string>? Output { get; init; }
}
