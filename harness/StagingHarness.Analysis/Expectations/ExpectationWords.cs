using System.Text.Json;
using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Analysis.Expectations;

/// <summary>What an expectation asks for, in words; the same before the run and after it.</summary>
public static class ExpectationWords
{
    public static string Wanted(ExpectationPlan plan) => plan switch
    {
        CountedExpectationPlan counted => QuantifierWords.Wanted(counted),
        LatencyExpectationPlan latency => $"{latency.Percentile} of the latency {Bounds(Time(latency.AtLeast), Time(latency.AtMost))}"
            + $"{ConditionWords.Of(latency.Of)}, from the scheduled moment",
        CompareExpectationPlan compare => Compared(compare),
        PageExpectationPlan { Expected: false } => "no page",
        PageExpectationPlan { Within: { } within } => $"a page within {Figures.Seconds(within)} (real time) of the first wrong answer",
        PageExpectationPlan => "a page",
        AlertExpectationPlan alert => Alerted(alert),
        TimeExpectationPlan time =>
            $"from '{Name(time.From)}' to '{Name(time.To)}' {Bounds(Time(time.AtLeast), Time(time.AtMost))}",
        OrderExpectationPlan order => $"in this order: {string.Join(", ", order.Milestones.Select(Name))}",
        LedgerExpectationPlan ledger => LedgerWords.Wanted(ledger),
        MixedExpectationPlan mixed => MixedWords.Wanted(mixed),
        ExpectationPlan unknown => throw Unknown(unknown),
    };

    /// <summary>Where it looks, and how much it needs, in words: <c>in upgraded; at least 200 requests, 25 of each instance</c>.</summary>
    public static string Where(ExpectationPlan plan) => plan switch
    {
        ProviderExpectationPlan or PagerExpectationPlan => "in the whole run",
        CountedExpectationPlan counted => $"in {In(counted.Phases)}; {Needed(counted.Samples, ConditionWords.Unit(counted))}",
        LatencyExpectationPlan latency => $"in {In(latency.Phases)}; at least {Figures.Count(latency.MinimumSamples, "request")}",
        CompareExpectationPlan compare => $"in {In(compare.Phases)}; at least {Figures.Count(compare.MinimumSamples, "request")} on either side",
        PageExpectationPlan page => $"in {In(page.Phases)}; at least {Figures.Count(page.MinimumSamples, "answer")} that detection saw",
        AlertExpectationPlan { Expected: true } alert => $"in {In(alert.Phases)}",
        AlertExpectationPlan alert => $"in {In(alert.Phases)}; at least {Figures.Count(alert.MinimumSamples, "evaluation")} with samples enough",
        LedgerExpectationPlan ledger => $"at least {Figures.Count(ledger.MinimumSamples, "acknowledged write")}",
        TimeExpectationPlan or OrderExpectationPlan or MixedExpectationPlan => "",
        ExpectationPlan unknown => throw Unknown(unknown),
    };

    /// <summary>As the scenario file writes it: <c>outage-started</c>.</summary>
    internal static string Name(Enum member) => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());

    /// <summary>As the scenario file writes it: <c>outage-started</c>.</summary>
    internal static string Name(Milestone milestone) => Name((Enum)milestone);

    /// <summary>The compiler cannot know that the hierarchy is closed; a test walks all its kinds.</summary>
    internal static NotSupportedException Unknown(ExpectationPlan plan) =>
        new($"Expectation '{plan.Number}' is of kind '{plan.GetType().Name}', which no check knows; add one.");

    /// <summary>As above.</summary>
    internal static NotSupportedException Unknown(Quantifier quantifier) =>
        new($"Quantifier '{quantifier.GetType().Name}' is of a kind that no check knows; add one.");

    private static string Compared(CompareExpectationPlan compare)
    {
        var others = compare.AgainstPhases.IsEmpty
            ? $"{ConditionWords.Of(compare.Against)} at the same time"
            : $"{ConditionWords.Of(compare.Against)} in {Figures.Joined(compare.AgainstPhases)}";
        var claim = compare.Claim switch
        {
            ComparisonClaim.NoMore => $"is not higher by more than {compare.Margin} than",
            ComparisonClaim.More => "is higher than",
            ComparisonClaim.Different => "is different from",
        };
        return $"the share {ConditionWords.Answered(compare.Answers)}{ConditionWords.Of(compare.Of)} {claim} that{others} "
            + $"(significance {compare.Significance})";
    }

    private static string Alerted(AlertExpectationPlan alert) => alert switch
    {
        { Expected: false } => $"alert '{alert.Rule}' stays silent",
        { Within: null } => $"alert '{alert.Rule}' fires",
        { Within: var within, Since: null } => $"alert '{alert.Rule}' fires within {Time(within)} of the beginning of the phase",
        { Within: var within, Since: { } since } => $"alert '{alert.Rule}' fires within {Time(within)} of '{Name(since)}'",
    };

    private static string Bounds(string? least, string? most) => (least, most) switch
    {
        ({ } from, { } to) => $"between {from} and {to}",
        ({ } from, null) => $"at least {from}",
        (null, { } to) => $"at most {to}",
        (null, null) => "measured",
    };

    private static string? Time(TimeSpan? real) => real is { } time ? $"{Figures.Milliseconds(time)} (real time)" : null;

    private static string? Time(ClockDuration? duration) => duration switch
    {
        null => null,
        ClockDuration.Real real => $"{Figures.Seconds(real.Time)} (real time)",
        ClockDuration.Incident incident => $"{incident.Time} (incident time)",
        ClockDuration unknown => throw new NotSupportedException($"A duration of kind '{unknown.GetType().Name}' is on neither clock."),
    };

    private static string In(IReadOnlyCollection<string> phases) => phases.Count == 0 ? "the whole run" : Figures.Joined(phases);

    private static string Needed(SampleMinimum minimum, string unit) =>
        $"at least {Figures.Count(minimum.Total, unit)}{(minimum.PerInstance > 0 ? $", {Figures.Count(minimum.PerInstance)} of each instance" : "")}";
}
