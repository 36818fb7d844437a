using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios.Schemas;

/// <summary>A default that editors show is the one that holds: written out, it changes nothing about the plan.</summary>
public sealed class DefaultTests
{
    private const string Scenario = """
        scenario: short
        title: The ${what} is upgraded
        intent: protect
        protect-from: platform-upgraded
        variables: { what: { default: shop } }
        system: systems/shop.system.yaml
        stage:
          web: { instances: 2, release: "1" }
          database: { instances: 1, release: "15" }
        upgrade:
          service: web
          to: { release: "2" }
        baseline: {}
        verify: {}
        traffic: { service: web, rate: 10/s, requests: [GET /] }
        steps:
          - upgrade: {}
        on-page:
          - acknowledge: {}
          - decide: {}
          - roll-back: {}
          - restart: {}
          - upgrade: { begins: platform-upgraded }
        expect:
          - { name: Right, phase: platform-upgraded, answers: { right: true }, share: 100 % }
          - { name: Healthy, phase: platform-upgraded, health: { status: 200 }, share: 100 % }
          - { name: Silent, phase: platform-upgraded, page: none }

        """;

    private const string System = """
        system: shop
        provider: { audience: shop }
        services:
          web:
            releases: { "1": { image: "web:1" }, "2": { image: "web:2" } }
            start: { port: 80 }
            container: { writable: [/run/web] }
            ready: { path: / }
            health: { path: / }
            attest: { digest: true }
          database:
            releases: { "15": { image: "database:15" } }
            start: { port: 81 }
            ready: { port: true }
            attest: { digest: true }
          cache:
            releases: { "1": { image: "cache:1" } }
            start: { port: 82 }
            ready: { log: ready }
            attest: { digest: true }

        """;

    /// <summary>By definition and key: the text beside which, or instead of which, the default is written.</summary>
    private static readonly Dictionary<string, (string Text, string Instead)> Cases = new(StringComparer.Ordinal)
    {
        ["scenario.seed"] = ("", "seed: @\n"),
        ["clock.starts"] = ("", "clock: { starts: \"@\" }\n"),
        ["clock.minute"] = ("", "clock: { minute: @ }\n"),
        ["variable.type"] = ("{ default: shop }", "{ default: shop, type: @ }"),
        ["traffic.timeout"] = ("[GET /] }", "[GET /], timeout: @ }"),
        ["traffic.connections"] = ("[GET /] }", "[GET /], connections: @ }"),
        ["baseline.samples"] = ("baseline: {}", "baseline: { samples: @ }"),
        ["detection.background"] = ("", "detection: { background: @ }\n"),
        ["detection.threshold"] = ("", "detection: { threshold: @ }\n"),
        ["verify.samples"] = ("verify: {}", "verify: { samples: @ }"),
        ["verify.for"] = ("verify: {}", "verify: { for: @ }"),
        ["acknowledge-step.after"] = ("acknowledge: {}", "acknowledge: { after: @ }"),
        ["decide-step.after"] = ("decide: {}", "decide: { after: @ }"),
        ["roll-back-step.takes"] = ("roll-back: {}", "roll-back: { takes: @ }"),
        ["restart-step.takes"] = ("restart: {}", "restart: { takes: @ }"),
        ["expectation(answers).samples"] = ("answers: { right: true }, share: 100 % }", "answers: { right: true }, share: 100 %, samples: @ }"),
        ["expectation(answers).samples-per-instance"] = ("answers: { right: true }, share: 100 % }", "answers: { right: true }, share: 100 %, samples-per-instance: @ }"),
        ["expectation(health).samples"] = ("{ status: 200 }, share: 100 % }", "{ status: 200 }, share: 100 %, samples: @ }"),
        ["expectation(health).samples-per-instance"] = ("{ status: 200 }, share: 100 % }", "{ status: 200 }, share: 100 %, samples-per-instance: @ }"),
        ["expectation(page).samples"] = ("page: none }", "page: none, samples: @ }"),
        ["provider.token-lifetime"] = ("audience: shop }", "audience: shop, token-lifetime: @ }"),
        ["start.stop-within"] = ("port: 80 }", "port: 80, stop-within: @ }"),
        ["container.user"] = ("[/run/web] }", "[/run/web], user: \"@\" }"),
        ["container.memory"] = ("[/run/web] }", "[/run/web], memory: @ }"),
        ["container.processes"] = ("[/run/web] }", "[/run/web], processes: @ }"),
        ["container.read-only"] = ("[/run/web] }", "[/run/web], read-only: @ }"),
        ["ready(path).within"] = ("ready: { path: / }", "ready: { path: /, within: @ }"),
        ["ready(port).within"] = ("ready: { port: true }", "ready: { port: true, within: @ }"),
        ["ready(log).within"] = ("ready: { log: ready }", "ready: { log: ready, within: @ }"),
        ["health.every"] = ("health: { path: / }", "health: { path: /, every: @ }"),
    };

    private static IEnumerable<SchemaProperty> Properties =>
        SchemaProperties.Of(SchemaFiles.Scenario).Concat(SchemaProperties.Of(SchemaFiles.System))
            .Where(property => property.Default is not null && !property.Path.Contains("-part.", StringComparison.Ordinal))
            .DistinctBy(property => property.Path);

    private static IEnumerable<TestCaseData> Defaults => Properties.Select(property => new TestCaseData(property).SetArgDisplayNames(property.Path));

    [TestCaseSource(nameof(Defaults))]
    public void Default_written_out_changes_nothing(object property)
    {
        var tried = (SchemaProperty)property;
        Cases.Should().ContainKey(tried.Path, "each default that editors show is tried");
        var (text, instead) = Cases[tried.Path];
        using var fixture = new ScenarioFixture();
        fixture.Write(ScenarioFixture.ScenarioFile, Scenario);
        fixture.Write(ScenarioFixture.SystemFile, System);
        var before = Plan(fixture.Load());

        Change(fixture, text, instead.Replace("@", tried.Default, StringComparison.Ordinal));

        Plan(fixture.Load()).Should().Be(before);
    }

    // A section of its own is put at the end, where it moves nothing.
    private static void Change(ScenarioFixture fixture, string text, string instead)
    {
        if (text.Length == 0)
        {
            fixture.Write(ScenarioFixture.ScenarioFile, Scenario + instead);
        }
        else
        {
            fixture.Replace(Scenario.Contains(text, StringComparison.Ordinal) ? ScenarioFixture.ScenarioFile : ScenarioFixture.SystemFile, text, instead);
        }
    }

    private static string Plan(LoadResult result)
    {
        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        return JsonSerializer.Serialize(result.Plan, PlanJson.Options);
    }
}
