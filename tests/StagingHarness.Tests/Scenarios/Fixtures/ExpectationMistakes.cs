using static StagingHarness.Tests.Scenarios.Fixtures.ScenarioFixture;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>Mistakes in what is expected, made in the scenario that has every kind of expectation.</summary>
internal static class ExpectationMistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        .. Quantifiers(),
        .. Conditions(),
        .. Measures(),
        .. Comparisons(),
        new("SH0203", "every expectation only reports", Only("name: Requests fail\n    phase: upgraded\n    answers: { right: false }\n    share: 100 %\n    report-only: true")),
        new("SH0066", "the failure is only reported", Only("name: Requests fail\n    phase: upgraded\n    answers: { right: false }\n    share: 100 %\n    report-only: true\n"
            + "  - name: Course\n    order: [paged]")),
        new("SH0066", "a crash that may stay away", Only("name: Crashes\n    instance: { state: crashed }\n    at-most: 3 times")),
        new("SH0067", "failures of every kind where nothing may break", With("intent: reproduce", "intent: protect")
            .And("instance: { state: running,", "instance: { state: crashed,")
            .And("provider: { unmatched: true }\n    at-most: 0 times", "provider: { unmatched: true }\n    at-least: 1 time")
            .And("availability: { per: 500ms }\n    of: { request: GET /api/account }\n    share: at least 99 %", "availability: { per: 500ms }\n    share: at most 99 %")),
        new("SH0064", "a time to a milestone whose step is missing", With("  - acknowledge: { after: 5 min }\n", "").And("to: paged", "to: acknowledged")),
        new("SH0062", "a phase to compare with", With("against: { phase: baseline }", "against: { phase: basline }")),
    ];

    private static IEnumerable<Mistake> Quantifiers() =>
    [
        new("SH0200", "nothing says how often", With("answers: { signature: server-error }\n    for-at-least: 2s", "answers: { signature: server-error }")
            .And("provider: { endpoint: token }\n    at-most: 2 times", "provider: { endpoint: token }")
            .And("name: portal-2 }\n    always: true\n", "name: portal-2 }\n")),
        new("SH0201", "two ways of saying how often", With("    at-least: 3 times", "    at-least: 3 times\n    at-most: 5 times")),
        new("SH0202", "a moment that nothing is counted from", With("    within: 2s\n    since: activated", "    always: true\n    since: activated")),
        new("SH0071", "never, written as 'always: false'", With("health: { status: 200 }\n    always: true", "health: { status: 200 }\n    always: false")
            .And("name: portal-2 }\n    always: true", "name: portal-2 }\n    always: false")),
        new("SH0012", "keys that do not fit the kind", With("endpoint: token }\n    at-most: 2 times", "endpoint: token }\n    at-most: 2 times\n    phase: upgraded\n    share: none\n    samples: 3")
            .And("name: portal-2 }\n    always: true", "name: portal-2 }\n    always: true\n    share: 100 %\n    samples: 3")
            .And("to: paged, at-least: 1ms, at-most: 2s }", "to: paged, at-least: 1ms, at-most: 2s }\n    phase: upgraded\n    within: 2s")
            .And("of: { right: true }\n    samples: 400", "of: { right: true }\n    share: 100 %\n    within: 2s")
            .And("samples: 10\n", "samples: 10\n    each-instance: true\n    samples-per-instance: 3\n")
            .And("significance: 5 % }", "significance: 5 % }\n    share: none\n    against: baseline")),
        new("SH0020", "how often, a percentile and a time", With("at-least: 3 times", "at-least: often").And("percentile: p99", "percentile: 99").And("at-most: 15 min", "at-most: soon")
            .And("at-most: 2 times", "at-most: 2.5 times")),
        new("SH0021", "how often and how long without a unit", With("at-least: 3 times", "at-least: 3").And("at-most: 15 min", "at-most: 15").And("to: paged, at-least: 1ms", "to: paged, at-least: 1d")),
        new("SH0021", "an hour of either clock", With("at-most: 15 min", "at-most: 1 h")),
        new("SH0023", "beyond what anybody measures", With("percentile: p99", "percentile: p100").And("at-most: 15 min", "at-most: 1500 min").And("to: paged, at-least: 1ms", "to: paged, at-least: 1500m")
            .And("at-least: 3 times", "at-least: 2000000 times")),
        new("SH0026", "at least nothing", With("at-least: 3 times", "at-least: 0 times")),
    ];

    private static IEnumerable<Mistake> Conditions() =>
    [
        new("SH0070", "a signature of what is right", With("answers: { signature: server-error }", "answers: { signature: server-error, right: true }")),
        new("SH0070", "a signature with another status", With("answers: { signature: server-error }", "answers: { signature: unauthorized, status: [401, 403] }")),
        new("SH0070", "an answer of the app without a connection", With("answers: { signature: server-error }", "answers: { signature: connection-error, by: app }")),
        new("SH0070", "an endpoint that the provider does not know", With("provider: { endpoint: token }", "provider: { endpoint: token, unmatched: true }")),
        new("SH0071", "calls that are not unmatched", With("provider: { unmatched: true }", "provider: { unmatched: false }")),
        new("SH0037", "calls of a provider that is not there", fixture =>
        {
            With("", "")(fixture);
            fixture.Write(SystemFile, ScenarioFixture.System
                .Replace("provider: { audience: shop, token-lifetime: 30m }\n", "", StringComparison.Ordinal)
                .Replace("        ISSUER: \"{provider.issuer}\"\n", "", StringComparison.Ordinal));
        }),
        new("SH0204", "instances that do not stand there", With("instance: portal-1, right: false }", "instance: portal-5, right: false }")
            .And("name: portal-2 }", "name: worker-1 }")
            .And("service: portal, instance: portal-1 }", "service: portal, instance: portl-1 }")),
        new("SH0205", "requests that are not sent", With("request: GET /api/orders, release", "request: GET /api/order, release").And("of: { request: GET /api/account }", "of: { request: DELETE /everything }")),
        new("SH0211", "a version that nothing starts", With("served: { release: \"2.0\", platform: \"1\" }", "served: { release: \"2.0\", platform: \"2\" }")),
        new("SH0031", "a release to select by", With("of: { release: \"2.0\" }", "of: { release: \"2.1\" }")),
    ];

    private static IEnumerable<Mistake> Measures() =>
    [
        new("SH0206", "a latency and a time without a bound", With("latency: { percentile: p99, at-least: 1ms, at-most: 250ms }", "latency: { percentile: p99 }")
            .And("to: paged, at-least: 1ms, at-most: 2s }", "to: paged }")),
        new("SH0207", "bounds that cross", With("at-least: 1ms, at-most: 250ms", "at-least: 1s, at-most: 250ms").And("at-least: 1ms, at-most: 2s", "at-least: 3s, at-most: 2s")),
        new("SH0208", "too few samples for the percentile", With("samples: 400", "samples: 100")),
        new("SH0209", "a time that runs backwards", With("from: outage-started, to: paged", "from: paged, to: outage-started")),
    ];

    private static IEnumerable<Mistake> Comparisons() =>
    [
        new("SH0210", "a phase against itself", With("against: { phase: baseline }", "against: { phase: upgraded }")),
        new("SH0210", "a release against itself", With("against: { release: \"1.0\", platform: \"1\", request: GET /api/account, instance: portal-1 }", "against: { release: \"2.0\" }")),
    ];

    private static Action<ScenarioFixture> With(string text, string replacement) => fixture =>
    {
        fixture.Write(ScenarioFile, ExpectationScenario.Text);
        if (text.Length > 0)
        {
            fixture.Replace(ScenarioFile, text, replacement);
        }
    };

    private static Action<ScenarioFixture> Only(string expectation) => fixture =>
        fixture.Write(ScenarioFile, ExpectationScenario.Text[..ExpectationScenario.Text.IndexOf("expect:\n", StringComparison.Ordinal)] + $"expect:\n  - {expectation}\n");
}
