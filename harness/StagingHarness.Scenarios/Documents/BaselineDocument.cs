using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents;

/// <summary>What is measured before anything is changed.</summary>
internal sealed record BaselineDocument
{
    public static MappingShape<BaselineDocument> Shape { get; } =
        new MappingShape<BaselineDocument>(new BaselineDocument())
            .Optional(
                "samples",
                new CountShape { Least = 1, Most = 1_000_000, Usual = 100 },
                (document, value) => document with { Samples = value });

    public Spanned<int>? Samples { get; init; }
}
