using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Something that must be true, as written: one record per kind.</summary>
internal abstract record ExpectationDocument
{
    private protected ExpectationDocument()
    {
    }

    public static VariantShape<ExpectationDocument> AnyShape { get; } =
        new VariantShape<ExpectationDocument>("expectation")
            .Kind("answers", AnswersExpectationDocument.Shape)
            .Kind("health", HealthExpectationDocument.Shape)
            .Kind("page", PageExpectationDocument.Shape)
            .Kind("alert", AlertExpectationDocument.Shape)
            .Kind("order", OrderExpectationDocument.Shape)
            .Kind("latency", LatencyExpectationDocument.Shape)
            .Kind("availability", AvailabilityExpectationDocument.Shape)
            .Kind("journey", JourneyExpectationDocument.Shape)
            .Kind("served", ServedExpectationDocument.Shape)
            .Kind("log", LogExpectationDocument.Shape)
            .Kind("provider", ProviderExpectationDocument.Shape)
            .Kind("pager", PagerExpectationDocument.Shape)
            .Kind("instance", InstanceExpectationDocument.Shape)
            .Kind("compare", CompareExpectationDocument.Shape)
            .Kind("time", TimeExpectationDocument.Shape)
            .Kind("ledger", LedgerExpectationDocument.Shape)
            .Kind("mixed", MixedExpectationDocument.Shape);

    public Spanned<string>? Name { get; init; }

    /// <summary>Null for a kind that has none, and where it was left out.</summary>
    public Spanned<ImmutableArray<Spanned<string>>>? Phase { get; init; }

    public Spanned<bool>? ReportOnly { get; init; }

    /// <summary>False when it is measured and shown, and decides nothing.</summary>
    public bool Decides => ReportOnly is not { Value: true };

    /// <summary>All phases that it names, wherever it names them.</summary>
    public virtual IEnumerable<Spanned<string>> NamedPhases() => Phase?.Value ?? [];
}
