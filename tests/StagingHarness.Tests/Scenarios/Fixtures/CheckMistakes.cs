using static StagingHarness.Tests.Scenarios.Fixtures.ScenarioFixture;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>Mistakes about steps that ask the stage for something.</summary>
internal static class CheckMistakes
{
    private const string Watch = "  - watch: { for: 15 min }\n";

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("SH0260", "nobody is asked", With("- probe: { http: { path: /ready } }")),
        new("SH0261", "asked twice", With("- wait: { until: { log: { service: portal, instance: portal-1, pattern: warm } } }")),
        new("SH0262", "an instance that is not there", With("- probe: { command: { instance: portal-5, run: [id] } }")),
        new("SH0262", "an instance that comes later", With("- probe: { http: { instance: portal-canary-1, path: / } }", "- join: {}")),
        new("SH0263", "a provider that nobody has", With("- probe: { provider: { endpoint: token } }")
            .And("provider: { audience: shop, token-lifetime: 30m }\n", "")
            .And("  access-token: { header: Authorization, from: provider, client: shop-web }\n", "")
            .And("        ISSUER: \"{provider.issuer}\"\n", "")
            .And("[api-key, access-token]", "[api-key]")),
        new("SH0264", "no calls in particular", With("- wait: { until: { provider: { at-least: 2 times } } }")),
        new("SH0264", "calls of an endpoint that none knows", With("- wait: { until: { provider: { endpoint: token, unmatched: true } } }")),
        new("SH0265", "lines since now", With("- probe: { log: { service: portal, pattern: warm, since: step } }")),
        new("SH0266", "more rounds than anybody reads", With(
            $"- repeat: {{ times: 100, steps: [{string.Join(", ", Enumerable.Repeat("{ watch: { for: 1 min } }", 6))}] }}")),
        new("SH0267", "the provider changed twice at once", With("- parallel: [{ provider: { clock: +10m } }, { provider: { clock: -10m } }]")),
        new("SH0267", "killed and frozen at once", With(
            "- parallel: [{ fault: { kill: { instances: [portal-1] }, for: 1 min } }, { fault: { pause: { instances: [portal-1, portal-2] }, for: 1 min } }]")),
        new("SH0267", "killed while it is restarted", With("- parallel: [{ restart: { begins: again } }, { fault: { kill: { instances: [portal-1] }, for: 1 min } }]")),
        new("SH0012", "an upgrade beside something else", With("- parallel: [{ watch: { for: 1 min } }, { upgrade: {} }]")),
        new("SH0018", "nothing at the same time", With("- parallel: []")),
        new("SH0012", "a time inside of a round", With("- repeat: { times: 2, steps: [{ watch: { for: 1 min }, at: \"15:00\" }] }")),
        new("SH0012", "rounds in rounds", With("- repeat: { times: 2, steps: [{ repeat: { times: 2, steps: [] } }] }")),
        new("SH0061", "two phases of one name in a round", With(
            "- repeat: { times: 2, steps: [{ fault: { kill: { service: portal }, for: 1 min } }, { fault: { kill: { service: portal }, for: 1 min } }] }")),
        new("SH0245", "what the round before left broken", With("- repeat: { times: 2, steps: [{ fault: { pause: { instances: [portal-1] } } }] }")),
        new("SH0242", "an instance that no round finds", With("- repeat: { times: 2, steps: [{ fault: { kill: { instances: [portal-9] }, for: 1 min } }] }")),
        new("SH0011", "a hook without a name", With("- hook: { at-most: 5s }")),
        new("SH0011", "a wait for nothing", With("- wait: { at-most: 5s }")),
        new("SH0030", "a service that is misspelt", With("- probe: { http: { service: portl, path: / } }")),
        new("SH0015", "no condition at all", With("- probe: {}")),
        new("SH0016", "two conditions in one", With("- probe: { http: { service: portal, path: / }, command: { service: portal, run: [id] } }")),
        new("SH0021", "a rate of lines", With("- wait: { until: { log: { service: portal, pattern: warm, at-least: 5/s } } }")),
    ];

    private static Action<ScenarioFixture> With(params string[] steps) =>
        fixture => fixture.Replace(ScenarioFile, Watch, Watch + string.Concat(steps.Select(step => $"  {step}\n")));
}
