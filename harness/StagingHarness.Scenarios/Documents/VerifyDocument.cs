using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents;

/// <summary>The closing measurement.</summary>
internal sealed record VerifyDocument
{
    public static MappingShape<VerifyDocument> Shape { get; } = new MappingShape<VerifyDocument>(new VerifyDocument())
        .Optional(
            "samples",
            new CountShape { Least = 1, Most = 1_000_000, Usual = 100 },
            (document, value) => document with { Samples = value })
        .Optional("for", new RealDurationShape(), (document, value) => document with { For = value });

    public Spanned<int>? Samples { get; init; }

    public Spanned<TimeSpan>? For { get; init; }
}
