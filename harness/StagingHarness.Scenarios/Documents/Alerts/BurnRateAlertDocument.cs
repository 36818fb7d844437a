using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Alerts;

/// <summary>The speed at which errors use up a budget, over two windows.</summary>
internal sealed record BurnRateAlertDocument : AlertDocument
{
    public static MappingShape<BurnRateAlertDocument> Shape { get; } = Common(
        new MappingShape<BurnRateAlertDocument>(new BurnRateAlertDocument())
            .Required("burn-rate", BurnRateAlertConditionDocument.Shape, (document, value) => document with { Condition = value }));

    public Spanned<BurnRateAlertConditionDocument>? Condition { get; init; }
}
