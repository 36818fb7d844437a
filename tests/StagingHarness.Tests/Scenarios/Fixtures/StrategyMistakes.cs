using static StagingHarness.Tests.Scenarios.Fixtures.ScenarioFixture;
using static StagingHarness.Tests.Scenarios.Fixtures.StrategyFixture;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>Mistakes that an author makes with strategies: one for each rule and each wording of its message.</summary>
internal static class StrategyMistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("SH0011", "a canary without its shares and its hold", With("canary: {}")),
        new("SH0012", "a phase in a gate", With("upgrade: {}", "gate: { expect: [{ name: Right, phase: upgraded, answers: { right: true }, share: 100 % }] }")),
        new("SH0012", "a gate and rounds in the runbook", With(["upgrade: {}"], [$"gate: {{ expect: {RightAnswers} }}", "every-prefix: { of: { upgrade: {} } }"])),
        new("SH0015", "rounds of nothing", With("every-prefix: { of: {} }")),
        new("SH0016", "rounds of two upgrades", With("every-prefix: { of: { upgrade: {}, rolling: {} } }")),
        new("SH0018", "a canary with an empty list of shares", With("canary: { shares: [], hold: 1 min }")),
        new("SH0023", "all and nothing as a share", With("canary: { shares: [0 %, 100 %], hold: 1 min }")),
        new("SH0050", "a rolling upgrade to what runs", With("rolling: { to: { release: \"1.0\" } }")),
        new("SH0060", "a phase named as the window of a gate", With("join: { begins: gate }")),
        new("SH0061", "two strategies begin the same phase", With("join: {}", "rolling: {}", "upgrade: { to: { platform: \"2\" } }")),
        new("SH0100", "a server that does not stand there", With("rolling: { order: [portal-3, portal-5, worker-1] }")),
        new("SH0101", "a batch of five of four", With("rolling: { batch: 5 }")),
        new("SH0101", "a batch of five, when three of seven serve it already", With("join: { instances: 3 }", "rolling: { batch: 5 }")),
        new("SH0102", "a share that shrinks, and one that stays", With("canary: { shares: [10 %, 5 %, 5 %], hold: 1 min }")),
        new("SH0103", "a gate that asks nothing", With("upgrade: {}", "gate: { expect: [] }")),
        new("SH0111", "a gate that asks for what is counted at the end", With(
            "upgrade: {}", "gate: { expect: [{ name: Kept, ledger: { lost: 0 } }, { name: Asked, provider: { endpoint: token }, at-least: 1 time }] }")),
        new("SH0200", "an expectation of a gate that does not say how often", With("rolling: { pause: 1 min, gate: { expect: [{ name: Right, answers: { right: true } }] } }")),
        new("SH0069", "two expectations of a gate with one name", With(
            "upgrade: {}",
            "watch: { for: 1 min }",
            "gate: { expect: [{ name: Right, answers: { right: true }, share: 100 %, samples: 5 }, { name: right, page: none, samples: 5 }] }")),
        new("SH0212", "a gate that only reports", With(
            "upgrade: {}", "watch: { for: 1 min }", "gate: { expect: [{ name: Right, answers: { right: true }, share: 100 %, samples: 5, report-only: true }] }")),
        new("SH0213", "a gate without the time for its samples", With(
            "rolling: { gate: { expect: [{ name: Right, answers: { right: true }, share: 100 % }] } }")),
        new("SH0213", "a gate over so short a stretch that nothing can be seen in it", With(
            "upgrade: {}",
            "watch: { for: 5 min }",
            "gate: { over: 1 min, expect: ["
                + "{ name: Right, answers: { right: true }, share: 100 % }, { name: Served, served: { release: \"2.0\" }, always: true }, "
                + "{ name: Quick, latency: { percentile: p99, at-most: 1s } }, { name: Calm, page: none }, "
                + "{ name: Same, compare: { answers: { right: false }, against: { phase: baseline } } }, "
                + "{ name: Available, availability: { per: 500ms }, share: 100 % }, { name: Healthy, health: { status: 200 }, share: 100 % }, "
                + "{ name: Each, answers: { right: true }, share: 100 %, samples: 1, samples-per-instance: 200 }, "
                + "{ name: Steady, answers: { right: true }, for-at-least: 2s }, { name: Fits, answers: { right: true }, share: 100 %, samples: 40 }] }")),
        new("SH0214", "a gate that asks for what ends the steps", With(
            [
                "rolling: { pause: 1 min, gate: { expect: [{ name: Paged, page: sent }, { name: Told, order: [paged, refused] }] } }",
            ],
            ["revert: { begins: reverted }"])),
        new("SH0214", "a gate that asks for what comes later", With(
            "stage: {}",
            "gate: { otherwise: stop, expect: [{ name: Taken, time: { from: upgrade-started, to: activated, at-most: 5s } }, "
                + "{ name: Same, compare: { answers: { right: false }, against: { phase: upgraded } }, samples: 5 }] }",
            "activate: {}")),
        new("SH0215", "an expectation that wants more than its phase has time for", fixture => fixture.Write(ScenarioFile, Text(["upgrade: {}", "watch: { for: 5 min }"], [])
            .Replace("phase: baseline, answers: { right: true }, share: 100 %, samples: 20", "phase: upgraded, answers: { right: true }, share: 100 %, samples: 2000", StringComparison.Ordinal))),
        new("SH0104", "a revert of nothing", With("revert: {}", "upgrade: {}")),
        new("SH0104", "a revert twice", With("upgrade: {}", "revert: {}", "revert: { begins: again }")),
        new("SH0104", "a gate before anything", With($"gate: {{ expect: {RightAnswers} }}", "upgrade: {}")),
        new("SH0104", "a gate before anything, by its own wish", With($"gate: {{ otherwise: roll-back, expect: {RightAnswers} }}", "upgrade: {}")),
        new("SH0105", "a canary of a single server", With("canary: { shares: 10 %, hold: 1 min }").And("instances: 4", "instances: 1")),
        new("SH0106", "traffic that the gateway does not lead", With(
                "canary: { service: worker, to: { platform: \"2\" }, shares: 10 %, hold: 1 min }",
                "blue-green: { service: worker, to: { platform: \"3\" }, bake: 1 min, begins: green }",
                "join: { service: worker, to: { platform: \"2\" } }",
                "rolling: { service: worker, to: { platform: \"2\" }, surge: true, begins: rolled }",
                "upgrade: { service: portal }")
            .And("stage:\n", "stage:\n  worker: { instances: 2, release: \"1.0\", platform: \"1\" }\n")
            .And("      \"1\": { project: shop/Platform1.csproj }\n    releases:\n      \"1.0\"", "      \"1\": { project: shop/Platform1.csproj }\n      \"2\": { project: shop/Platform2.csproj }\n      \"3\": { project: shop/Platform2.csproj }\n    releases:\n      \"1.0\"")),
        new("SH0107", "a restart of servers that differ", With("join: {}", "restart: {}")),
        new("SH0107", "a rollback after servers were added", With(["canary: { shares: 10 %, hold: 1 min }"], ["roll-back: {}", "restart: {}"])),
        new("SH0108", "a runbook that stays in the middle", With(["rolling: { pause: 1 min }"], ["acknowledge: {}"])),
        new("SH0109", "gates of the runbook's upgrades", With(
            ["upgrade: {}"],
            [
                "revert: {}",
                $"rolling: {{ gate: {{ expect: {RightAnswers} }}, begins: again }}",
                $"canary: {{ to: {{ platform: \"2\" }}, shares: 10 %, hold: 1 min, gate: {{ expect: {RightAnswers} }}, begins: third }}",
                $"blue-green: {{ to: {{ release: \"1.0\" }}, bake: 1 min, gate: {{ expect: {RightAnswers} }}, begins: fourth }}",
            ])),
        new("SH0110", "a kill where nothing is replaced", With("every-prefix: { of: { upgrade: {} }, kill: true }")),
    ];

    private static Action<ScenarioFixture> With(params string[] steps) => With(steps, []);

    private static Action<ScenarioFixture> With(string[] steps, string[] onPage) => fixture => fixture.Write(ScenarioFile, Text(steps, onPage));
}
