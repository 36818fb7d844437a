using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Documents;

/// <summary>A share of health checks.</summary>
internal sealed record HealthExpectationDocument : ExpectationDocument
{
    public static MappingShape<HealthExpectationDocument> Shape { get; } =
        new MappingShape<HealthExpectationDocument>(new HealthExpectationDocument())
            .Required(
                "name",
                new TextShape("a name", "Every request is answered rightly"),
                (document, value) => document with { Name = value })
            .Required("health", HealthConditionDocument.Shape, (document, value) => document with { Health = value })
            .Required("phase", PhaseNames.Shape, (document, value) => document with { Phase = value })
            .Required("share", new ShareBoundsShape(), (document, value) => document with { Share = value })
            .Optional(
                "samples",
                new CountShape { Least = 1, Most = 1_000_000, Usual = 100 },
                (document, value) => document with { Samples = value })
            .Optional(
                "samples-per-instance",
                new CountShape { Least = 0, Most = 1_000_000, Usual = 25 },
                (document, value) => document with { SamplesPerInstance = value })
            .Elsewhere("within", "it belongs to an expectation with 'page'");

    public Spanned<HealthConditionDocument>? Health { get; init; }

    public Spanned<ImmutableArray<Spanned<string>>>? Phase { get; init; }

    public Spanned<ShareBounds>? Share { get; init; }

    public Spanned<int>? Samples { get; init; }

    public Spanned<int>? SamplesPerInstance { get; init; }
}
