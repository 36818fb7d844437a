using StagingHarness.Scenarios.Documents.Checks;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Ask until it holds.</summary>
internal sealed record WaitStepDocument : CheckStepDocument
{
    public static MappingShape<WaitStepDocument> Shape { get; } =
        new MappingShape<WaitStepDocument>(new WaitStepDocument())
            .Required("until", UntilDocument.Shape, (document, value) => document with { Until = value })
            .Optional("at-most", new RealDurationShape(), (document, value) => document with { AtMost = value });

    public Spanned<UntilDocument>? Until { get; init; }

    public Spanned<TimeSpan>? AtMost { get; init; }

    public override Spanned<CheckDocument>? Asked => Until?.Value.Check;
}
