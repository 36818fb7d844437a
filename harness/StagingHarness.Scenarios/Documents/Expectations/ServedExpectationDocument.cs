using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Answers of the app that come from a version.</summary>
internal sealed record ServedExpectationDocument : CountedExpectationDocument
{
    public static MappingShape<ServedExpectationDocument> Shape { get; } =
        new MappingShape<ServedExpectationDocument>(new ServedExpectationDocument())
            .Named()
            .Required("served", VersionDocument.Shape, (document, value) => document with { Served = value })
            .InPhase()
            .Shared()
            .Repeated()
            .Timed()
            .Sampled()
            .PerInstance();

    public Spanned<VersionDocument>? Served { get; init; }
}
