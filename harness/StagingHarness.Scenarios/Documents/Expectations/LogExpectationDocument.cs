using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Lines in the logs of servers.</summary>
internal sealed record LogExpectationDocument : CountedExpectationDocument
{
    public static MappingShape<LogExpectationDocument> Shape { get; } =
        new MappingShape<LogExpectationDocument>(new LogExpectationDocument())
            .Named()
            .Required("log", LogConditionDocument.Shape, (document, value) => document with { Log = value })
            .InPhaseOrRun()
            .Shared()
            .Repeated()
            .Timed()
            .Sampled()
            .PerInstance();

    public Spanned<LogConditionDocument>? Log { get; init; }
}
