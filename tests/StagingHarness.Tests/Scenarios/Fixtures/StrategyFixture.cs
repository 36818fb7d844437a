using FluentAssertions;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>Short scenarios of one strategy each, written as an author would, on the system of the <see cref="ScenarioFixture"/>.</summary>
internal static class StrategyFixture
{
    /// <summary>Every answer right over the window, for a gate.</summary>
    public const string RightAnswers = "[{ name: Right answers, answers: { right: true }, share: 100 %, samples: 5 }]";

    /// <summary>Every strategy with every key.</summary>
    public static string Everything { get; } = Text(
        [
            "rolling: { batch: 2, pause: 1 min, surge: true, order: [portal-3], begins: rolled, service: portal, to: { release: \"2.0\" } }",
            "gate: { service: portal, over: 1 min, otherwise: continue, expect: [{ name: Right, answers: { right: true }, share: at least 99 %, samples: 20 }, { name: Calm, page: none, samples: 20 }] }",
            "revert: { service: portal, batch: 2, begins: back }",
            $"canary: {{ instances: 2, shares: [10 %, 50 %], hold: 2 min, begins: tried, gate: {{ otherwise: stop, expect: {RightAnswers} }} }}",
            "blue-green: { to: { platform: \"2\" }, bake: 2 min, keep: 1 min, begins: green }",
            "every-prefix: { of: { rolling: { to: { release: \"1.0\" }, batch: 4 } }, settle: 1 min, kill: true }",
            "join: { instances: 2, to: { release: \"1.0\" } }",
        ],
        ["acknowledge: {}", "revert: { begins: reverted }"]);

    /// <param name="steps">Each a line of the list.</param>
    public static ScenarioPlan Plan(params string[] steps) => Plan(steps, []);

    public static ScenarioPlan Plan(string[] steps, string[] onPage)
    {
        using var fixture = new ScenarioFixture();
        fixture.Write(ScenarioFixture.ScenarioFile, Text(steps, onPage));

        var result = fixture.Load();

        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        return result.Plan!;
    }

    public static string Text(string[] steps, string[] onPage) => $$"""
        scenario: shop-strategy
        title: The shop is upgraded step by step
        intent: protect
        system: systems/shop.system.yaml
        clock: { starts: "13:50", minute: 1s }
        stage:
          portal: { instances: 4, release: "1.0", platform: "1" }
        upgrade:
          to: { release: "2.0" }
        traffic:
          service: portal
          rate: 40/s
          requests: [GET /api/account]
          credentials: [api-key, access-token]
        baseline: { samples: 20 }
        steps:
        {{Lines(steps)}}
        {{(onPage.Length == 0 ? "" : "on-page:\n" + Lines(onPage))}}
        verify: { samples: 20 }
        expect:
          - { name: Right before, phase: baseline, answers: { right: true }, share: 100 %, samples: 20 }

        """;

    private static string Lines(string[] steps) => string.Join('\n', steps.Select(step => $"  - {step}"));
}
