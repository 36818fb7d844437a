using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>How many of the servers that take traffic are on the new version.</summary>
internal sealed record MixedConditionDocument
{
    private const int MostServers = 1000;

    public static MappingShape<MixedConditionDocument> Shape { get; } =
        new MappingShape<MixedConditionDocument>(new MixedConditionDocument())
            .Required(
                "new",
                new CountShape { Least = 0, Most = MostServers, Usual = 2 },
                (document, value) => document with { New = value })
            .Required(
                "of",
                new CountShape { Least = 1, Most = MostServers, Usual = 4 },
                (document, value) => document with { Of = value });

    public Spanned<int>? New { get; init; }

    public Spanned<int>? Of { get; init; }
}
