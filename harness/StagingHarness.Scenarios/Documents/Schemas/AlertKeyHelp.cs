using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Documents.Schemas;

/// <summary>What editors show beside the keys of alert rules.</summary>
internal static class AlertKeyHelp
{
    public static ImmutableDictionary<string, KeyHelpEntry> Entries { get; } = new Dictionary<string, KeyHelpEntry>(StringComparer.Ordinal)
    {
        ["ShareAlertDocument.wrong"] = new("Share of wrong answers."),
        ["ShareAlertDocument.health"] = new("Share of health checks that are not answered 200, of all servers together."),
        ["ShareAlertDocument.processor"] = new("Share of one processor that the busiest server uses."),
        ["ShareAlertDocument.memory"] = new("Share of its memory that the fullest server holds."),
        ["BurnRateAlertDocument.burn-rate"] = new("How many times too fast errors use up the budget of an objective, over two windows."),
        ["LatencyAlertDocument.latency"] = new("A percentile of the latency, from the scheduled moment."),
        ["RestartsAlertDocument.restarts"] = new("Deaths of servers, and starts of the version that ran there before."),
        ["*AlertDocument.for"] = new("Time on the incident's clock for which it must be so without a break before the rule fires.", "0 min"),
        ["ShareAlertDocument.samples"] = new("A window with fewer says nothing: 20 answers, 4 health checks, or 2 readings of a server's use."),
        ["BurnRateAlertDocument.samples"] = new("A window with fewer answers says nothing.", "20"),
        ["LatencyAlertDocument.samples"] = new("A window with fewer answers says nothing; by default what the percentile needs."),
        ["RestartsAlertDocument.samples"] = new("With fewer servers that stand, it says nothing.", "1"),
        ["ShareAlertConditionDocument.above"] = new("It is so while the share is more than this."),
        ["LatencyAlertConditionDocument.above"] = new("It is so while the percentile is more than this, in real time."),
        ["RestartsAlertConditionDocument.above"] = new("It is so while there are more than this."),
        ["BurnRateAlertConditionDocument.above"] = new("It is so while the budget is used more than so many times too fast, over both windows."),
        ["BurnRateAlertConditionDocument.objective"] = new("Share of right answers that is promised."),
        ["BurnRateAlertConditionDocument.and"] = new("The short window, on the incident's clock."),
        ["*ConditionDocument.over"] = new("The window that it looks back on, on the incident's clock."),
        ["PagerDocument.by"] = new("Names of the alert rules that page when they fire; 'detection' is the detector that every run has.", "detection"),
        ["PagerDocument.calls"] = new("The service that pages people is called over HTTP in these forms; a stand-in takes the calls. Without it, nobody is called."),
    }.ToImmutableDictionary(StringComparer.Ordinal);
}
