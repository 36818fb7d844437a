using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Alerts;

/// <summary>A percentile of the latency, over a window.</summary>
internal sealed record LatencyAlertDocument : AlertDocument
{
    public static MappingShape<LatencyAlertDocument> Shape { get; } = Common(
        new MappingShape<LatencyAlertDocument>(new LatencyAlertDocument())
            .Required("latency", LatencyAlertConditionDocument.Shape, (document, value) => document with { Condition = value }));

    public Spanned<LatencyAlertConditionDocument>? Condition { get; init; }
}
