using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Alerts;

/// <summary>So many restarts are too many, in a window.</summary>
internal sealed record RestartsAlertConditionDocument
{
    public static MappingShape<RestartsAlertConditionDocument> Shape { get; } =
        new MappingShape<RestartsAlertConditionDocument>(new RestartsAlertConditionDocument())
            .Required("above", new CountShape { Least = 0, Most = 1_000, Usual = 0 }, (document, value) => document with { Above = value })
            .Required("over", new IncidentDurationShape { MayBeZero = false }, (document, value) => document with { Over = value });

    public Spanned<int>? Above { get; init; }

    public Spanned<IncidentDuration>? Over { get; init; }
}
