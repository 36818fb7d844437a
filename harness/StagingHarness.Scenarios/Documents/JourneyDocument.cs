using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents;

/// <summary>Requests of one client after each other.</summary>
internal sealed record JourneyDocument
{
    public static MappingShape<JourneyDocument> Shape { get; } =
        new MappingShape<JourneyDocument>(new JourneyDocument())
            .Optional("weight", RequestDocument.WeightShape, (document, value) => document with { Weight = value })
            .Required(
                "requests",
                new ListShape<RequestDocument>(RequestDocument.Shape) { NeedsOne = "request" },
                (document, value) => document with { Requests = value });

    public Spanned<int>? Weight { get; init; }

    public Spanned<ImmutableArray<Spanned<RequestDocument>>>? Requests { get; init; }
}
