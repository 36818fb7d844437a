using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Answers of some requests against those of others.</summary>
internal sealed record CompareExpectationDocument : ExpectationDocument
{
    public static MappingShape<CompareExpectationDocument> Shape { get; } =
        new MappingShape<CompareExpectationDocument>(new CompareExpectationDocument())
            .Named()
            .Required("compare", CompareConditionDocument.Shape, (document, value) => document with { Compare = value })
            .Optional("of", AnswerSelectionDocument.Shape, (document, value) => document with { Of = value })
            .InPhase()
            .Optional(
                "samples",
                new CountShape { Least = 1, Most = 1_000_000, Usual = 100 },
                (document, value) => document with { Samples = value })
            .Elsewhere("share", "the shares are compared with each other; say how with 'claim'")
            .Elsewhere("against", "it belongs below 'compare'");

    public Spanned<CompareConditionDocument>? Compare { get; init; }

    public Spanned<AnswerSelectionDocument>? Of { get; init; }

    public Spanned<int>? Samples { get; init; }

    public override IEnumerable<Spanned<string>> NamedPhases() =>
        [.. base.NamedPhases(), .. Compare?.Value.Against?.Value.Phase?.Value ?? []];
}
