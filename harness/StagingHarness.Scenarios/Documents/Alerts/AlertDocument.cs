using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Alerts;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Alerts;

/// <summary>An alert rule as written: one record per kind.</summary>
internal abstract record AlertDocument
{
    private protected AlertDocument()
    {
    }

    /// <summary>Where rules stand, in a scenario and in a system.</summary>
    public const string Key = "alerts";

    public static NamedShape<AlertDocument> Section { get; } = new(
        "rule",
        Names.Alert,
        new VariantShape<AlertDocument>("alert rule") { StandsAlone = true }
            .Kind("wrong", ShareAlertDocument.Of("wrong", AlertMeasure.Wrong))
            .Kind("burn-rate", BurnRateAlertDocument.Shape)
            .Kind("latency", LatencyAlertDocument.Shape)
            .Kind("health", ShareAlertDocument.Of("health", AlertMeasure.Health))
            .Kind("restarts", RestartsAlertDocument.Shape)
            .Kind("processor", ShareAlertDocument.Of("processor", AlertMeasure.Processor))
            .Kind("memory", ShareAlertDocument.Of("memory", AlertMeasure.Memory)));

    public Spanned<IncidentDuration>? For { get; init; }

    public Spanned<int>? Samples { get; init; }

    /// <summary>What every rule has.</summary>
    private protected static MappingShape<T> Common<T>(MappingShape<T> shape)
        where T : AlertDocument => shape
            .Optional("for", new IncidentDurationShape { MayBeZero = true }, (document, value) => document with { For = value })
            .Optional(
                "samples",
                new CountShape { Least = 1, Most = 1_000_000, Usual = 20 },
                (document, value) => document with { Samples = value });
}
