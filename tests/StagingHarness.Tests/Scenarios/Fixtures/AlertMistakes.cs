using static StagingHarness.Tests.Scenarios.Fixtures.ScenarioFixture;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>Mistakes that an author makes with alert rules, with what pages, and with what is expected of rules.</summary>
internal static class AlertMistakes
{
    private const string Baseline = "baseline: { samples: 150 }\n";
    private const string Rule = "alerts:\n  errors: { wrong: { above: 5 %, over: 1 min } }\n";
    private const string Expected = "    order: [upgrade-started, paged, traffic-restored]\n";

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("SH0010", "a list of rules, and a pager that is a name", With("alerts: [errors]\npager: errors\n")),
        new("SH0011", "rules without their parts", With("alerts:\n  errors: { wrong: {} }\n  burn: { burn-rate: {} }\n  slow: { latency: {} }\n  dying: { restarts: {} }\npager: {}\n")),
        new("SH0012", "keys that no rule has", With("alerts:\n  errors: { wrong: { above: 5 %, over: 1 min, below: 1 % }, every: 1 min }\n")),
        new("SH0015", "a rule of no kind", With("alerts:\n  errors: { for: 1 min }\n")),
        new("SH0016", "a rule of two kinds", With("alerts:\n  errors: { wrong: { above: 5 %, over: 1 min }, health: { above: 5 %, over: 1 min } }\n")),
        new("SH0022", "a window in real time", With("alerts:\n  errors: { wrong: { above: 5 %, over: 60s } }\n")),
        new("SH0023", "thresholds that no rule passes", With("alerts:\n  errors: { wrong: { above: 100 %, over: 1 min } }\n  burn: { burn-rate: { objective: 100 %, above: 1, over: 1 h, and: 5 min } }\n")),
        new("SH0048", "a rule that is named like the detector", With("alerts:\n  detection: { wrong: { above: 5 %, over: 1 min } }\n")),
        new("SH0071", "a short window that is longer than the long one", With("alerts:\n  burn: { burn-rate: { objective: 99 %, above: 2, over: 5 min, and: 1 h } }\n")),
        new("SH0071", "a silence in time", Expecting("alert: { rule: errors, state: silent }\n    phase: upgraded\n    within: 2 min\n    since: activated")),
        new("SH0071", "samples of a rule that fires", Expecting("alert: { rule: errors, state: fired }\n    phase: upgraded\n    samples: 3")),
        new("SH0180", "a rule that is to fire before it may", Expecting("alert: { rule: errors, state: fired }\n    phase: upgraded\n    within: 1 min")
            .And("over: 1 min } }", "over: 1 min }, for: 2 min }")),
        new("SH0202", "a moment that nothing is counted from", Expecting("alert: { rule: errors, state: fired }\n    phase: upgraded\n    since: activated")),
        new("SH0208", "too few samples for a percentile", With("alerts:\n  slow: { latency: { percentile: p99, above: 1s, over: 5 min }, samples: 50 }\n")),
        new("SH0220", "rules that are not there", Expecting("alert: { rule: erors, state: fired }\n    phase: upgraded").And(Rule, Rule + "pager: { by: [error, detection] }\n")),
        new("SH0220", "a rule where there is none", With("pager: { by: errors }\n")),
        new("SH0221", "a window that is too short for its samples", With("alerts:\n  errors: { wrong: { above: 5 %, over: 0.1 min }, samples: 100 }\n")),
        new("SH0221", "a budget that cannot be used up so fast", With("alerts:\n  burn: { burn-rate: { objective: 90 %, above: 14.4, over: 1 h, and: 5 min } }\n")),
        new("SH0024", "a form that no pager has", With("pager: { by: detection, calls: opsgenie }\n")),
        new("SH0070", "calls that no pager gets", Calling("{ form: alertmanager, action: acknowledge }")),
        new("SH0070", "a resolution that no pager gets", Calling("{ action: resolve, about: detection }")),
        new("SH0222", "calls to a pager that nobody calls", Expecting("pager: { action: trigger }\n    at-least: 1 time")),
        new("SH0222", "calls in a form, and about a rule, that do not come", Calling("{ form: pagerduty, about: errors }")),
    ];

    private static Action<ScenarioFixture> Calling(string call) => Expecting($"pager: {call}\n    at-least: 1 time")
        .And(Rule, Rule + "pager: { by: detection, calls: alertmanager }\n");

    private static Action<ScenarioFixture> With(string alerts) => fixture => fixture.Replace(ScenarioFile, Baseline, Baseline + alerts);

    private static Action<ScenarioFixture> Expecting(string expected) => With(Rule).And(Expected, $"    {expected}\n");
}
