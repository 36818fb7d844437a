using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Alerts;

namespace StagingHarness.Scenarios.Documents.Alerts;

/// <summary>A share over a window.</summary>
internal sealed record ShareAlertDocument : AlertDocument
{
    /// <param name="key">The key that tells what is measured.</param>
    /// <param name="measure">The same, as the plan has it.</param>
    public static MappingShape<ShareAlertDocument> Of(string key, AlertMeasure measure) => Common(
        new MappingShape<ShareAlertDocument>(new ShareAlertDocument { Measure = measure })
            .Required(key, ShareAlertConditionDocument.Shape, (document, value) => document with { Condition = value }));

    public AlertMeasure Measure { get; init; }

    public Spanned<ShareAlertConditionDocument>? Condition { get; init; }
}
