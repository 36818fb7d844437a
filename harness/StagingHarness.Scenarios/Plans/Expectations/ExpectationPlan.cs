using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>Something that must be true: phase x condition x quantifier x minimum sample.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AnswersExpectationPlan), "answers")]
[JsonDerivedType(typeof(HealthExpectationPlan), "health")]
[JsonDerivedType(typeof(LatencyExpectationPlan), "latency")]
[JsonDerivedType(typeof(AvailabilityExpectationPlan), "availability")]
[JsonDerivedType(typeof(JourneyExpectationPlan), "journey")]
[JsonDerivedType(typeof(ServedExpectationPlan), "served")]
[JsonDerivedType(typeof(LogExpectationPlan), "log")]
[JsonDerivedType(typeof(ProviderExpectationPlan), "provider")]
[JsonDerivedType(typeof(PagerExpectationPlan), "pager")]
[JsonDerivedType(typeof(InstanceExpectationPlan), "instance")]
[JsonDerivedType(typeof(CompareExpectationPlan), "compare")]
[JsonDerivedType(typeof(PageExpectationPlan), "page")]
[JsonDerivedType(typeof(AlertExpectationPlan), "alert")]
[JsonDerivedType(typeof(TimeExpectationPlan), "time")]
[JsonDerivedType(typeof(OrderExpectationPlan), "order")]
[JsonDerivedType(typeof(LedgerExpectationPlan), "ledger")]
[JsonDerivedType(typeof(MixedExpectationPlan), "mixed")]
public abstract record ExpectationPlan
{
    private protected ExpectationPlan()
    {
    }

    /// <summary><c>E1</c> to <c>En</c>.</summary>
    public required string Number { get; init; }

    public required string Name { get; init; }

    public required SourcePlace Place { get; init; }

    /// <summary>Measured and shown; decides nothing.</summary>
    public bool ReportOnly { get; init; }
}
