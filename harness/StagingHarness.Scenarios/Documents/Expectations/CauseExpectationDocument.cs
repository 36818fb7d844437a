using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>The evidence points to a cause.</summary>
internal sealed record CauseExpectationDocument : ExpectationDocument
{
    public static MappingShape<CauseExpectationDocument> Shape { get; } =
        new MappingShape<CauseExpectationDocument>(new CauseExpectationDocument())
            .Named()
            .Required("cause", CauseConditionDocument.Shape, (document, value) => document with { Cause = value })
            .Elsewhere("phase", "a cause is looked for in the whole run; it belongs to no phase")
            .Elsewhere("share", "the evidence points there or not; there is no share of it");

    public Spanned<CauseConditionDocument>? Cause { get; init; }
}
