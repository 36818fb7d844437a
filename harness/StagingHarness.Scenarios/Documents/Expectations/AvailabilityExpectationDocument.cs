using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Windows of time in which every request is answered rightly.</summary>
internal sealed record AvailabilityExpectationDocument : CountedExpectationDocument
{
    public static MappingShape<AvailabilityExpectationDocument> Shape { get; } =
        new MappingShape<AvailabilityExpectationDocument>(new AvailabilityExpectationDocument())
            .Named()
            .Required("availability", AvailabilityConditionDocument.Shape, (document, value) => document with { Availability = value })
            .Optional("of", AnswerSelectionDocument.Shape, (document, value) => document with { Of = value })
            .InPhase()
            .Shared()
            .Repeated()
            .Timed()
            .Sampled()
            .Elsewhere("samples-per-instance", "windows of time belong to no instance; name one with 'of: { instance: ... }'")
            .Elsewhere("each-instance", "windows of time belong to no instance; name one with 'of: { instance: ... }'");

    public Spanned<AvailabilityConditionDocument>? Availability { get; init; }

    public Spanned<AnswerSelectionDocument>? Of { get; init; }
}
