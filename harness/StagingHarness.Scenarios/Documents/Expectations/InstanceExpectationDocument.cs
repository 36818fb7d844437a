using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>What instances are doing.</summary>
internal sealed record InstanceExpectationDocument : CountedExpectationDocument
{
    public static MappingShape<InstanceExpectationDocument> Shape { get; } =
        new MappingShape<InstanceExpectationDocument>(new InstanceExpectationDocument())
            .Named()
            .Required("instance", InstanceConditionDocument.Shape, (document, value) => document with { Instance = value })
            .InPhaseOrRun()
            .Always()
            .Repeated()
            .Timed()
            .EachInstance()
            .Elsewhere("share", "a state is no sample; write 'always', 'at-least', 'at-most', 'within' or 'for-at-least'")
            .Elsewhere("samples", "a state is no sample; remove it");

    public Spanned<InstanceConditionDocument>? Instance { get; init; }
}
