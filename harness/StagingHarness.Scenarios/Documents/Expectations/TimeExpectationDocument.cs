using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>The time from one milestone to another.</summary>
internal sealed record TimeExpectationDocument : ExpectationDocument
{
    public static MappingShape<TimeExpectationDocument> Shape { get; } =
        new MappingShape<TimeExpectationDocument>(new TimeExpectationDocument())
            .Named()
            .Required("time", TimeConditionDocument.Shape, (document, value) => document with { Time = value })
            .Elsewhere("phase", "a time runs from one milestone to another; it has no phase")
            .Elsewhere("within", "write the limit as 'time: { from: outage-started, to: paged, at-most: 2s }'");

    public Spanned<TimeConditionDocument>? Time { get; init; }
}
