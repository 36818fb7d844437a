using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents;

/// <summary>When the on-call team is paged.</summary>
internal sealed record DetectionDocument
{
    public static MappingShape<DetectionDocument> Shape { get; } =
        new MappingShape<DetectionDocument>(new DetectionDocument())
            .Optional(
                "background",
                new ShareShape { LessThan = 50 },
                (document, value) => document with { Background = value })
            .Optional("threshold", new ThresholdShape(), (document, value) => document with { Threshold = value });

    public Spanned<Share>? Background { get; init; }

    public Spanned<double>? Threshold { get; init; }
}
