using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>A percentile of the latency.</summary>
internal sealed record LatencyExpectationDocument : ExpectationDocument
{
    public static MappingShape<LatencyExpectationDocument> Shape { get; } =
        new MappingShape<LatencyExpectationDocument>(new LatencyExpectationDocument())
            .Named()
            .Required("latency", LatencyConditionDocument.Shape, (document, value) => document with { Latency = value })
            .Optional("of", AnswerSelectionDocument.Shape, (document, value) => document with { Of = value })
            .InPhase()
            .Optional(
                "samples",
                new CountShape { Least = 1, Most = 1_000_000, Usual = 300 },
                (document, value) => document with { Samples = value })
            .Elsewhere("share", "the percentile is a share already; write 'answers: { slower-than: 250ms }' to count slow answers")
            .Elsewhere("within", "write the limit as 'latency: { percentile: p99, at-most: 250ms }'");

    public Spanned<LatencyConditionDocument>? Latency { get; init; }

    public Spanned<AnswerSelectionDocument>? Of { get; init; }

    public Spanned<int>? Samples { get; init; }
}
