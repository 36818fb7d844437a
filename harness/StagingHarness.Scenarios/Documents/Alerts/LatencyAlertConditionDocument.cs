using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Alerts;

/// <summary>A percentile that is too long, over a window.</summary>
internal sealed record LatencyAlertConditionDocument
{
    public static MappingShape<LatencyAlertConditionDocument> Shape { get; } =
        new MappingShape<LatencyAlertConditionDocument>(new LatencyAlertConditionDocument())
            .Required("percentile", new PercentileShape(), (document, value) => document with { Percentile = value })
            .Required("above", new RealDurationShape(), (document, value) => document with { Above = value })
            .Required("over", new IncidentDurationShape { MayBeZero = false }, (document, value) => document with { Over = value });

    public Spanned<Percentile>? Percentile { get; init; }

    public Spanned<TimeSpan>? Above { get; init; }

    public Spanned<IncidentDuration>? Over { get; init; }
}
