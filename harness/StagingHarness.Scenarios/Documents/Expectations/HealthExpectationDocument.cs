using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Health checks that answer with a status.</summary>
internal sealed record HealthExpectationDocument : CountedExpectationDocument
{
    public static MappingShape<HealthExpectationDocument> Shape { get; } =
        new MappingShape<HealthExpectationDocument>(new HealthExpectationDocument())
            .Named()
            .Required("health", HealthConditionDocument.Shape, (document, value) => document with { Health = value })
            .InPhase()
            .Shared()
            .Repeated()
            .Timed()
            .Sampled()
            .PerInstance();

    public Spanned<HealthConditionDocument>? Health { get; init; }
}
