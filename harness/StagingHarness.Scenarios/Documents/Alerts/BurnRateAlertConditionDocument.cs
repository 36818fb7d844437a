using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Alerts;

/// <summary>An objective, how much too fast its budget goes, and over which windows.</summary>
internal sealed record BurnRateAlertConditionDocument
{
    public static MappingShape<BurnRateAlertConditionDocument> Shape { get; } =
        new MappingShape<BurnRateAlertConditionDocument>(new BurnRateAlertConditionDocument())
            .Required("objective", new ShareShape { LessThan = 100, Usual = "99.9 %" }, (document, value) => document with { Objective = value })
            .Required("above", new ThresholdShape { Usual = "14.4" }, (document, value) => document with { Above = value })
            .Required("over", new IncidentDurationShape { MayBeZero = false }, (document, value) => document with { Over = value })
            .Required("and", new IncidentDurationShape { MayBeZero = false }, (document, value) => document with { And = value });

    public Spanned<Share>? Objective { get; init; }

    public Spanned<double>? Above { get; init; }

    public Spanned<IncidentDuration>? Over { get; init; }

    public Spanned<IncidentDuration>? And { get; init; }
}
