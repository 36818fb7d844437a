using System.Text.Json;
using System.Text.RegularExpressions;
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
          - { answers: { right: true }, name: Right, phase: platform-upgraded, share: 100 % }
          - { health: { status: 200 }, name: Healthy, phase: platform-upgraded, share: 100 % }
          - { page: none, name: Silent, phase: platform-upgraded }

        """;

    /// <summary>What the other one has no place for.</summary>
    private const string Everything = """
        scenario: long
        title: The shop is upgraded in every way, and broken in every way
        intent: reproduce
        system: systems/shop.system.yaml
        stage:
          web: { instances: 2, release: "1" }
          database: { instances: 1, release: "15" }
        upgrade:
          service: web
          to: { release: "2" }
        traffic:
          service: web
          rate: 100/s
          requests: [{ request: POST /, body: "{request.id}" }]
          journeys: { order: { requests: [GET /a] } }
          browser: { page: { every: 5s, steps: [{ open: / }] } }
          ledger: { list: /, ids: /* }
        alerts:
          errors: { wrong: { above: 5 %, over: 5 min } }
          burn: { burn-rate: { objective: 99 %, above: 2, over: 1 h, and: 5 min } }
          slow: { latency: { percentile: p50, above: 1s, over: 5 min } }
          red: { health: { above: 5 %, over: 5 min } }
          dying: { restarts: { above: 1, over: 5 min } }
          busy: { processor: { above: 5 %, over: 5 min } }
          full: { memory: { above: 5 %, over: 5 min } }
        pager: { by: detection, calls: pagerduty }
        steps:
          - rolling: { begins: rolled }
          - canary: { to: { release: "1" }, shares: 10 %, hold: 1 min, begins: tried }
          - blue-green: { to: { release: "2" }, bake: 1 min, begins: green }
          - watch: { for: 12 min }
          - gate: { expect: [{ name: Right then, answers: { right: true }, share: 100 % }] }
          - every-prefix: { of: { rolling: { to: { release: "1" }, begins: again } } }
          - join: { to: { release: "1" } }
          - fault: { kill: { service: web }, for: 1 min }
          - fault: { stop: { service: web }, for: 1 min }
          - fault: { restart: { service: web } }
          - fault: { pause: { service: web }, for: 1 min }
          - fault: { disconnect: { service: web }, for: 1 min }
          - fault: { nameless: { service: web }, for: 1 min }
          - fault: { memory: { service: web, limit: 64 MiB }, for: 1 min }
          - fault: { cpu: { service: web, limit: 10 % }, for: 1 min }
          - fault: { full-disk: { service: web, path: /run/web, size: 1 MiB }, for: 1 min }
          - provider: { rotate-keys: {} }
          - wait: { until: { log: { service: web, pattern: ready } } }
          - probe: { http: { service: web, path: / } }
          - probe: { provider: { endpoint: jwks } }
          - probe: { command: { service: web, run: [ready] } }
          - hook: { name: fill }
        expect:
          - { latency: { percentile: p50, at-most: 1s }, name: Quick, phase: baseline }
          - { availability: { per: 1s }, name: There, phase: baseline, share: 100 % }
          - { journey: { name: order, completed: true }, name: Through, phase: baseline, share: 100 % }
          - { browser: { name: page, completed: true }, name: Seen, phase: baseline, share: 100 % }
          - { served: { release: "1" }, name: Old, phase: baseline, always: true }
          - { log: { pattern: panic }, name: Calm, at-most: 0 times }
          - { provider: { unmatched: true }, name: Known, at-most: 0 times }
          - { pager: { action: trigger }, name: Silence, at-most: 0 times }
          - { instance: { state: crashed }, name: Alive, at-most: 0 times }
          - { compare: { answers: { right: false }, against: { phase: baseline } }, name: No worse, phase: rolled }
          - { time: { from: upgrade-started, to: activated, at-most: 1m }, name: Soon }
          - { order: [upgrade-started, activated], name: Course }
          - { ledger: { lost: 0 }, name: Kept }
          - { mixed: { new: 1, of: 2 }, name: Mixed }
          - { cause: { facet: claims }, name: Found }
          - { alert: { rule: errors, state: silent }, name: Hushed, phase: baseline }

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
        jobs:
          migrate: { runs: { image: "database:15" } }

        """;

    /// <summary>By definition and key: the text beside which, or instead of which, the default is written.</summary>
    private static readonly Dictionary<string, (string Text, string Instead)> Cases = new(StringComparer.Ordinal)
    {
        ["scenario.seed"] = ("", "seed: @\n"),
        ["clock.starts"] = ("", "clock: { starts: \"@\" }\n"),
        ["clock.minute"] = ("", "clock: { minute: @ }\n"),
        ["variable.type"] = ("{ default: shop }", "{ default: shop, type: @ }"),
        ["traffic.timeout"] = ("[GET /] }", "[GET /], timeout: @ }"),
        ["traffic.arrivals"] = ("[GET /] }", "[GET /], arrivals: @ }"),
        ["traffic.generators"] = ("[GET /] }", "[GET /], generators: @ }"),
        ["traffic.connections"] = ("[GET /] }", "[GET /], connections: @ }"),
        ["traffic.http"] = ("[GET /] }", "[GET /], http: @ }"),
        ["traffic.tls"] = ("[GET /] }", "[GET /], tls: @ }"),
        ["traffic.redirects"] = ("[GET /] }", "[GET /], redirects: @ }"),
        ["journey.weight"] = ("requests: [GET /a]", "weight: @, requests: [GET /a]"),
        ["browser-journey.timeout"] = ("every: 5s,", "every: 5s, timeout: @,"),
        ["request.weight"] = ("body: \"{request.id}\" }", "body: \"{request.id}\", weight: @ }"),
        ["request.credentials"] = ("body: \"{request.id}\" }", "body: \"{request.id}\", credentials: @ }"),
        ["baseline.samples"] = ("baseline: {}", "baseline: { samples: @ }"),
        ["detection.background"] = ("", "detection: { background: @ }\n"),
        ["detection.threshold"] = ("", "detection: { threshold: @ }\n"),
        ["pager.by"] = ("", "pager: { by: @ }\n"),
        ["verify.samples"] = ("verify: {}", "verify: { samples: @ }"),
        ["verify.for"] = ("verify: {}", "verify: { for: @ }"),
        ["acknowledge-step.after"] = ("acknowledge: {}", "acknowledge: { after: @ }"),
        ["decide-step.after"] = ("decide: {}", "decide: { after: @ }"),
        ["roll-back-step.takes"] = ("roll-back: {}", "roll-back: { takes: @ }"),
        ["restart-step.takes"] = ("restart: {}", "restart: { takes: @ }"),
        ["request.content-type"] = ("body: \"{request.id}\" }", "body: \"{request.id}\", content-type: @ }"),
        ["rolling-step.batch"] = ("rolling: { begins: rolled }", "rolling: { begins: rolled, batch: @ }"),
        ["rolling-step.pause"] = ("rolling: { begins: rolled }", "rolling: { begins: rolled, pause: @ }"),
        ["rolling-step.surge"] = ("rolling: { begins: rolled }", "rolling: { begins: rolled, surge: @ }"),
        ["canary-step.instances"] = ("begins: tried }", "begins: tried, instances: @ }"),
        ["blue-green-step.keep"] = ("begins: green }", "begins: green, keep: @ }"),
        ["join-step.instances"] = ("join: { to: { release: \"1\" } }", "join: { to: { release: \"1\" }, instances: @ }"),
        ["gate-step.otherwise"] = ("share: 100 % }] }", "share: 100 % }], otherwise: @ }"),
        ["every-prefix-step.settle"] = ("begins: again } } }", "begins: again } }, settle: @ }"),
        ["every-prefix-step.kill"] = ("begins: again } } }", "begins: again } }, kill: @ }"),
        ["provider-step.renew-tokens"] = ("rotate-keys: {} }", "rotate-keys: {}, renew-tokens: @ }"),
        ["wait-step.at-most"] = ("pattern: ready } } }", "pattern: ready } }, at-most: @ }"),
        ["log-check.at-least"] = ("pattern: ready }", "pattern: ready, at-least: @ }"),
        ["http-check.status"] = ("{ service: web, path: / }", "{ service: web, path: /, status: @ }"),
        ["provider-check.at-least"] = ("endpoint: jwks }", "endpoint: jwks, at-least: @ }"),
        ["command-check.exit"] = ("run: [ready] }", "run: [ready], exit: @ }"),
        ["hook-step.at-most"] = ("name: fill }", "name: fill, at-most: @ }"),
        ["rotate-keys.keep-old"] = ("rotate-keys: {} }", "rotate-keys: { keep-old: @ } }"),
        ["compare-condition.claim"] = ("against: { phase: baseline } }", "against: { phase: baseline }, claim: @ }"),
        ["compare-condition.margin"] = ("against: { phase: baseline } }", "against: { phase: baseline }, margin: @ }"),
        ["compare-condition.significance"] = ("against: { phase: baseline } }", "against: { phase: baseline }, significance: @ }"),
        ["provider.tls"] = ("audience: shop }", "audience: shop, tls: @ }"),
        ["provider.token-lifetime"] = ("audience: shop }", "audience: shop, token-lifetime: @ }"),
        ["start.stop-within"] = ("port: 80 }", "port: 80, stop-within: @ }"),
        ["container.user"] = ("[/run/web] }", "[/run/web], user: \"@\" }"),
        ["container.memory"] = ("[/run/web] }", "[/run/web], memory: @ }"),
        ["container.processes"] = ("[/run/web] }", "[/run/web], processes: @ }"),
        ["container.read-only"] = ("[/run/web] }", "[/run/web], read-only: @ }"),
        ["ready(path).within"] = ("ready: { path: / }", "ready: { path: /, within: @ }"),
        ["ready(port).within"] = ("ready: { port: true }", "ready: { port: true, within: @ }"),
        ["ready(log).within"] = ("ready: { log: ready }", "ready: { log: ready, within: @ }"),
        ["job.within"] = ("migrate: {", "migrate: { within: @,"),
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
        var (text, instead) = Case(tried.Path);
        using var fixture = new ScenarioFixture();
        var scenario = Everything.Contains(text, StringComparison.Ordinal) && text.Length > 0 ? Everything : Scenario;
        fixture.Write(ScenarioFixture.ScenarioFile, scenario);
        fixture.Write(ScenarioFixture.SystemFile, System);
        var before = Plan(fixture.Load());

        Change(fixture, scenario, text, instead.Replace("@", tried.Default, StringComparison.Ordinal));

        Plan(fixture.Load()).Should().Be(before);
    }

    // Expectations and faults share keys over all kinds; a gate has the expectations of a scenario, by the same planner.
    private static (string Text, string Instead) Case(string path)
    {
        var name = Regex.Replace(path, @"^expectation-withoutphase\(|^gate-step-\d+\.", match => match.Value[0] == 'e' ? "expectation(" : "gate-step.");
        if (Regex.Match(name, @"^expectation\((.+)\)\.(.+)$") is { Success: true } expectation)
        {
            var line = (Scenario + Everything).Split('\n').Single(line => line.StartsWith($"  - {{ {expectation.Groups[1].Value}: ", StringComparison.Ordinal));
            return (line, $"{line[..^2]}, {expectation.Groups[2].Value}: @ }}");
        }

        if (Regex.Match(name, @"^(.+)-fault\.count$") is { Success: true } fault)
        {
            var text = $"{(fault.Groups[1].Value == "processor" ? "cpu" : fault.Groups[1].Value)}: {{ service: web";
            return (text, $"{text}, count: @");
        }

        if (Regex.Match(name, @"^alert(?:-part)?\((.+)\)\.(.+)$") is { Success: true } alert)
        {
            var line = Everything.Split('\n').Single(line => !line.StartsWith("  - ", StringComparison.Ordinal) && line.Contains($": {{ {alert.Groups[1].Value}: {{ ", StringComparison.Ordinal));
            return (line, $"{line[..^2]}, {alert.Groups[2].Value}: @ }}");
        }

        Cases.Should().ContainKey(name, "each default that editors show is tried");
        return Cases[name];
    }

    // A section of its own is put at the end, where it moves nothing.
    private static void Change(ScenarioFixture fixture, string scenario, string text, string instead)
    {
        if (text.Length == 0)
        {
            fixture.Write(ScenarioFixture.ScenarioFile, scenario + instead);
        }
        else
        {
            fixture.Replace(scenario.Contains(text, StringComparison.Ordinal) ? ScenarioFixture.ScenarioFile : ScenarioFixture.SystemFile, text, instead);
        }
    }

    private static string Plan(LoadResult result)
    {
        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        return JsonSerializer.Serialize(result.Plan, PlanJson.Options);
    }
}
