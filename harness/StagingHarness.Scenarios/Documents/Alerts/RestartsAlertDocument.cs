using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Alerts;

/// <summary>Restarts of servers, in a window.</summary>
internal sealed record RestartsAlertDocument : AlertDocument
{
    public static MappingShape<RestartsAlertDocument> Shape { get; } = Common(
        new MappingShape<RestartsAlertDocument>(new RestartsAlertDocument())
            .Required("restarts", RestartsAlertConditionDocument.Shape, (document, value) => document with { Condition = value }));

    public Spanned<RestartsAlertConditionDocument>? Condition { get; init; }
}
