using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Calls that the service that pages people gets.</summary>
internal sealed record PagerExpectationDocument : CountedExpectationDocument
{
    public static MappingShape<PagerExpectationDocument> Shape { get; } =
        new MappingShape<PagerExpectationDocument>(new PagerExpectationDocument())
            .Named()
            .Required("pager", PagerConditionDocument.Shape, (document, value) => document with { Pager = value })
            .Repeated()
            .Elsewhere("phase", "the pager's calls are counted over the whole run; remove it")
            .Elsewhere("share", "calls are counted; write 'at-least' or 'at-most'")
            .Elsewhere("samples", "one reading of the pager is enough; remove it");

    public Spanned<PagerConditionDocument>? Pager { get; init; }
}
