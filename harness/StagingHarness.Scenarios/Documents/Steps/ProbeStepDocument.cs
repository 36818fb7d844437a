using StagingHarness.Scenarios.Documents.Checks;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Ask once; it must hold.</summary>
internal sealed record ProbeStepDocument : CheckStepDocument
{
    public static VariantShape<ProbeStepDocument> Shape { get; } =
        CheckDocument.OneOf("condition", new ProbeStepDocument(), (document, value) => document with { Check = value });

    public Spanned<CheckDocument>? Check { get; init; }

    public override Spanned<CheckDocument>? Asked => Check;
}
