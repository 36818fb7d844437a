using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Journeys in the browser that are completed, or go wrong on the way.</summary>
internal sealed record BrowserExpectationDocument : CountedExpectationDocument
{
    private const string OfNobody = "the pages of a journey come from several instances; ask for 'answers' of one";

    public static MappingShape<BrowserExpectationDocument> Shape { get; } =
        new MappingShape<BrowserExpectationDocument>(new BrowserExpectationDocument())
            .Named()
            .Required("browser", BrowserConditionDocument.Shape, (document, value) => document with { Browser = value })
            .InPhase()
            .Shared()
            .Repeated()
            .Timed()
            .Sampled()
            .Elsewhere("samples-per-instance", OfNobody)
            .Elsewhere("each-instance", OfNobody);

    public Spanned<BrowserConditionDocument>? Browser { get; init; }
}
