using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>A page goes out, or stays away.</summary>
internal sealed record PageExpectationDocument : ExpectationDocument
{
    public static MappingShape<PageExpectationDocument> Shape { get; } =
        new MappingShape<PageExpectationDocument>(new PageExpectationDocument())
            .Named()
            .Required(
                "page",
                new ChoiceShape<PageWish>("what is expected of the page"),
                (document, value) => document with { Page = value })
            .InPhaseOrRun()
            .Optional("within", new RealDurationShape(), (document, value) => document with { Within = value })
            .Optional(
                "samples",
                new CountShape { Least = 1, Most = 1_000_000, Usual = 100 },
                (document, value) => document with { Samples = value })
            .Elsewhere("share", "a page goes out or not; there is no share of it");

    public Spanned<PageWish>? Page { get; init; }

    public Spanned<TimeSpan>? Within { get; init; }

    public Spanned<int>? Samples { get; init; }
}
