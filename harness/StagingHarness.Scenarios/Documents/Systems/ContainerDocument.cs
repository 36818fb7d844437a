using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems;

/// <summary>What a container of the service may do and have.</summary>
internal sealed record ContainerDocument
{
    public static MappingShape<ContainerDocument> Shape { get; } =
        new MappingShape<ContainerDocument>(new ContainerDocument()) { NeedsOne = true }
            .Optional("user", new ContainerUserShape(), (document, value) => document with { User = value })
            .Optional("memory", new MemoryShape(), (document, value) => document with { Memory = value })
            .Optional(
                "processes",
                new CountShape { Least = 1, Most = 100_000, Usual = 100 },
                (document, value) => document with { Processes = value })
            .Optional("read-only", new FlagShape(), (document, value) => document with { ReadOnly = value })
            .Optional(
                "writable",
                new ListShape<string>(new AbsolutePathShape("/var/cache/nginx")) { Distinct = true },
                (document, value) => document with { Writable = value });

    public Spanned<string>? User { get; init; }

    /// <summary>In bytes.</summary>
    public Spanned<long>? Memory { get; init; }

    public Spanned<int>? Processes { get; init; }

    public Spanned<bool>? ReadOnly { get; init; }

    public Spanned<ImmutableArray<Spanned<string>>>? Writable { get; init; }
}
