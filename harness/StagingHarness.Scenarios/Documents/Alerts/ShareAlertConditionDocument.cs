using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Alerts;

/// <summary>A share that is too much, over a window.</summary>
internal sealed record ShareAlertConditionDocument
{
    public static MappingShape<ShareAlertConditionDocument> Shape { get; } =
        new MappingShape<ShareAlertConditionDocument>(new ShareAlertConditionDocument())
            .Required("above", new ShareShape { LessThan = 100, Usual = "5 %" }, (document, value) => document with { Above = value })
            .Required("over", new IncidentDurationShape { MayBeZero = false }, (document, value) => document with { Over = value });

    public Spanned<Share>? Above { get; init; }

    public Spanned<IncidentDuration>? Over { get; init; }
}
