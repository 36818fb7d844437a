using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Journeys that are completed, or fail on the way.</summary>
internal sealed record JourneyExpectationDocument : CountedExpectationDocument
{
    private const string OfNobody = "the requests of a journey meet several instances; ask for 'answers' of one";

    public static MappingShape<JourneyExpectationDocument> Shape { get; } =
        new MappingShape<JourneyExpectationDocument>(new JourneyExpectationDocument())
            .Named()
            .Required("journey", JourneyConditionDocument.Shape, (document, value) => document with { Journey = value })
            .InPhase()
            .Shared()
            .Repeated()
            .Timed()
            .Sampled()
            .Elsewhere("samples-per-instance", OfNobody)
            .Elsewhere("each-instance", OfNobody);

    public Spanned<JourneyConditionDocument>? Journey { get; init; }
}
