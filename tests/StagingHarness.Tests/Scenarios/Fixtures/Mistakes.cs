using static StagingHarness.Tests.Scenarios.Fixtures.ScenarioFixture;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>At least one mistake for each code of the catalogue, and for each wording of its message.</summary>
internal static class Mistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
        [.. Files(), .. Shape(), .. Values(), .. References(), .. Steps(), .. Phases(), .. Expectations(), .. Overrides(), .. ImageMistakes.All,
            .. LedgerMistakes.All, .. JourneyMistakes.All, .. BrowserMistakes.All, .. StrategyMistakes.All, .. ExpectationMistakes.All, .. LayerMistakes.All, .. FaultMistakes.All, .. CheckMistakes.All, .. JobMistakes.All, .. ConfigurationMistakes.All, .. TrafficMistakes.All, .. AlertMistakes.All, .. SignInMistakes.All, .. MappingMistakes.All];

    /// <summary>Another replacement, in the file that holds the text.</summary>
    public static Action<ScenarioFixture> And(this Action<ScenarioFixture> first, string text, string replacement) => fixture =>
    {
        first(fixture);
        var isInScenario = File.ReadAllText(fixture.PathOf(ScenarioFile)).Contains(text, StringComparison.Ordinal);
        fixture.Replace(isInScenario ? ScenarioFile : SystemFile, text, replacement);
    };

    private static IEnumerable<Mistake> Files() =>
    [
        new("SH0001", "the scenario file is missing", fixture => File.Delete(fixture.PathOf(ScenarioFile))),
        new("SH0001", "the system file is missing", fixture => File.Delete(fixture.PathOf(SystemFile))),
        new("SH0001", "a folder stands where the scenario file should", fixture =>
        {
            File.Delete(fixture.PathOf(ScenarioFile));
            Directory.CreateDirectory(fixture.PathOf(ScenarioFile));
        }),
        new("SH0002", "a bracket is left open", InScenario("[GET /api/account, GET /api/orders]", "[GET /api/account, GET /api/orders")),
        new("SH0002", "a tab indents", InScenario("  service: portal\n  rate", "\tservice: portal\n  rate")),
        new("SH0002", "a quote is left open", InScenario("starts: \"13:53\"", "starts: \"13:53")),
        new("SH0002", "an alias as a key behind a bracket", InScenario("platform: \"1\" }\nupgrade:", "platform: \"1\" }*upgrade:")),
        new("SH0003", "the file is empty", fixture => fixture.Write(ScenarioFile, "# nothing yet\n")),
        new("SH0003", "a second document", fixture => fixture.Write(ScenarioFile, Scenario + "---\nscenario: second\n")),
        new("SH0004", "an anchor and its alias", InScenario("timeout: 3s", "timeout: &three 3s").And("within: 2s", "within: *three")),
        new("SH0004", "a merge key", InScenario("  rate: 100/s", "  <<: { connections: 5 }\n  rate: 100/s")),
        new("SH0005", "a tag", InScenario("seed: 7", "seed: !!int 7")),
        new("SH0006", "forty brackets", InScenario("tags: [shop]", $"tags: {new string('[', 40)}{new string(']', 40)}")),
        new("SH0007", "a system file is loaded as a scenario", fixture => fixture.Write(ScenarioFile, ScenarioFixture.System)),
        new("SH0007", "a scenario is named as the system", fixture => fixture.Write(SystemFile, Scenario)),
        new("SH0008", "the system file is named otherwise", fixture =>
        {
            fixture.Write("scenarios/systems/shop.yaml", ScenarioFixture.System);
            fixture.Replace(ScenarioFile, "systems/shop.system.yaml", "systems/shop.yaml");
        }),
    ];

    private static IEnumerable<Mistake> Shape() =>
    [
        new("SH0010", "the file is a list", fixture => fixture.Write(ScenarioFile, "- scenario: shop\n")),
        new("SH0010", "a text where a mapping is wanted", InScenario("baseline: { samples: 150 }", "baseline: 150")),
        new("SH0010", "a mapping where a text is wanted", InScenario("title: The shop is upgraded", "title: { en: The shop }")),
        new("SH0010", "a text where a list is wanted", InScenario("candidate: [upgrade.to.release]", "candidate: upgrade.to.release")),
        new("SH0010", "a list where named entries are wanted", InScenario("stage:\n  portal: {", "stage:\n  - {")),
        new("SH0010", "a step without its colon", InScenario("- watch: { for: 15 min }", "- watch")),
        new("SH0011", "keys are missing", InScenario("title: The shop is upgraded\n", "").And("  rate: 100/s\n", "").And("{ for: 15 min }", "{}")),
        new("SH0011", "a page without its phase", InScenario("    phase: upgraded\n    page: sent", "    page: sent")),
        new("SH0011", "traffic with a credential that no header carries", InSystem("header: X-Api-Key, ", "")),
        new("SH0012", "a misspelt key", InScenario("  connections: 32", "  conections: 32")),
        new("SH0012", "a key like no other", InScenario("clock: { starts: \"13:53\",", "clock: { speed: 2, starts: \"13:53\",")),
        new("SH0012", "a misspelt step", InScenario("- roll-back: {", "- rollback: {")),
        new("SH0012", "a misspelt kind of expectation", InScenario("page: sent", "paged: sent")),
        new("SH0012", "a body in the same column as its step", InScenario("- watch: { for: 15 min }", "- watch:\n    for: 15 min")),
        new("SH0012", "the runbook's step among the steps", InScenario("  - watch: { for: 15 min }", "  - acknowledge: {}\n  - decide: {}\n  - watch: { for: 15 min }")),
        new("SH0012", "a time in the runbook", InScenario("  - acknowledge: { after: 5 min }", "  - acknowledge: { after: 5 min }\n    at: \"14:05\"")),
        new("SH0012", "keys of another kind of expectation", InScenario("share: at least 99 %", "share: at least 99 %\n    within: 2s")
            .And("page: sent", "page: sent\n    share: 100 %")
            .And("- name: Course", "- name: Course\n    phase: upgraded\n    share: 100 %")
            .And("samples: 200", "samples: 200\n    within: 2s")),
        new("SH0012", "a client of a generated credential", InSystem("generated: true }", "generated: true, client: shop }")),
        new("SH0013", "a key stands twice", InScenario("  timeout: 3s", "  timeout: 3s\n  rate: 50/s")),
        new("SH0014", "keys without a value", InScenario("title: The shop is upgraded", "title:").And("seed: 7", "seed: ~").And("phase: upgraded\n    answers", "phase:\n    answers")),
        new("SH0015", "a step that does nothing", InScenario("  - watch: { for: 15 min }", "  - at: \"14:01\"")),
        new("SH0015", "an expectation that asks nothing", InScenario("    order: [upgrade-started, paged, traffic-restored]\n", "")),
        new("SH0016", "two steps in one", InScenario("  - watch: { for: 15 min }", "  - watch: { for: 15 min }\n    restart: {}")),
        new("SH0017", "a list as a key", InScenario("tags: [shop]", "? [tags]\n: shop")),
        new("SH0018", "empty lists", InScenario("[GET /api/account, GET /api/orders]", "[]").And("phase: upgraded\n    answers", "phase: []\n    answers")),
        new("SH0018", "no service on the stage", InScenario("stage:\n  portal: { instances: 4, release: \"1.0\", platform: \"1\" }", "stage: {}")),
        new("SH0018", "a target without an axis", InScenario("to: { release: \"2.0\" }", "to: {}")),
        new("SH0018", "a condition without a part", InScenario("answers: { status: 500, by: app }", "answers: {}")),
        new("SH0019", "a tag stands twice", InScenario("tags: [shop]", "tags: [shop, shop]")),
    ];

    private static IEnumerable<Mistake> Values() =>
    [
        new("SH0020", "texts, names and numbers", InScenario("scenario: shop-upgrade", "scenario: Shop Upgrade")
            .And("title: The shop is upgraded", "title: \"\"")
            .And("seed: 7", "seed: seven")
            .And("instances: 4", "instances: four")
            .And("starts: \"13:53\"", "starts: 1.53 PM")
            .And("threshold: 1e6", "threshold: high")
            .And("GET /api/account", "GET api/account")
            .And("release: \"2.0\"", "release: \"2.0 beta\"")),
        new("SH0020", "quantities", InScenario("rate: 100/s", "rate: fast")
            .And("timeout: 3s", "timeout: soon")
            .And("after: 5 min", "after: a while")
            .And("background: 0.2 %", "background: little")
            .And("share: 100 %", "share: all")
            .And("share: at least 99 %", "share: at least most")),
        new("SH0020", "a share that is never hit", InScenario("share: 100 %", "share: 99 %")),
        new("SH0020", "truth", InScenario("{ status: 500, by: app }", "{ status: 500, right: no }")),
        new("SH0020", "texts of the system", InSystem("path: /ready, within", "path: ready, within")
            .And("release: /release, platform: /platform, libraries", "release: release, platform: /pl~atform, libraries")
            .And("header: X-Api-Key", "header: X Api Key")
            .And("        KEY: ", "        \"K EY\": ")),
        new("SH0021", "units are missing", InScenario("rate: 100/s", "rate: 100")
            .And("timeout: 3s", "timeout: 3")
            .And("after: 5 min", "after: 5")
            .And("background: 0.2 %", "background: 0.2")
            .And("share: 100 %", "share: 100")),
        new("SH0021", "units are unknown", InScenario("timeout: 3s", "timeout: 3 sec").And("after: 5 min", "after: 5 minutes").And("rate: 100/s", "rate: 100/min")),
        new("SH0022", "incident time where real time is wanted", InScenario("timeout: 3s", "timeout: 3 min")),
        new("SH0022", "real time where incident time is wanted", InScenario("takes: 2 min }\n  - restart", "takes: 120s }\n  - restart")),
        new("SH0023", "too small", InScenario("rate: 100/s", "rate: 0/s")
            .And("instances: 4", "instances: 0")
            .And("timeout: 3s", "timeout: 0s")
            .And("for: 15 min", "for: 0 min")
            .And("background: 0.2 %", "background: 0 %")
            .And("threshold: 1e6", "threshold: 1")
            .And("samples: 200", "samples: 0")),
        new("SH0023", "negative", InScenario("rate: 100/s", "rate: -5/s").And("samples: 200", "samples: -1")),
        new("SH0023", "too large", InScenario("rate: 100/s", "rate: 1000000/s")
            .And("instances: 4", "instances: 4000")
            .And("timeout: 3s", "timeout: 25h")
            .And("for: 15 min", "for: 25 h")
            .And("failed-requests: 100 %", "failed-requests: 101 %")
            .And("share: 100 %", "share: 101 %")),
        new("SH0024", "choices", InScenario("intent: reproduce", "intent: reprodce")
            .And("by: app", "by: server")
            .And("page: sent", "page: maybe")
            .And("GET /api/account", "POST /api/account")
            .And("order: [upgrade-started", "order: [upgrade-begun")),
        new("SH0025", "the system lies outside the root", InScenario("systems/shop.system.yaml", "../../shop.system.yaml")),
        new("SH0025", "the system is absolute", InScenario("systems/shop.system.yaml", "/etc/shop.system.yaml")),
        new("SH0025", "a project lies outside the root, another has backslashes", InSystem("shop/Platform2.csproj", "../../../Platform2.csproj").And("shop/Release2.csproj", "shop\\Release2.csproj")),
        new("SH0026", "bounds that hold for everything", InScenario("share: at least 99 %", "share: at least 0 %").And("share: 100 %", "share: at most 100 %")),
    ];

    private static IEnumerable<Mistake> References() =>
    [
        new("SH0030", "services", InScenario("stage:\n  portal:", "stage:\n  portel:")),
        new("SH0030", "the service of a step", InScenario("- activate: {}", "- activate: { service: checkout }")),
        new("SH0031", "releases", InScenario("to: { release: \"2.0\" }", "to: { release: \"2.1\" }").And("release: \"1.0\"", "release: \"0.9-legacy\"")),
        new("SH0032", "a platform", InScenario("platform: \"2\" }, begins", "platform: \"three\" }, begins")),
        new("SH0033", "a credential", InScenario("[api-key, access-token]", "[api-key, acces-token]")),
        new("SH0034", "placeholders", InSystem("\"{credentials.api-key}\"", "\"{credentials.apikey}\"").And("[--quiet]", "[\"--port={port}\", '{credentials.access-token}']")),
        new("SH0034", "the provider of a system without one", InSystem("provider: { audience: shop, token-lifetime: 30m }\n", "").And("  access-token: { header: Authorization, from: provider, client: shop-web }\n", "")),
        new("SH0035", "a project", InSystem("shop/Release2.csproj", "shop/Release3.csproj")),
        new("SH0036", "the traffic's service", InScenario("traffic:\n  service: portal", "traffic:\n  service: worker")),
        new("SH0037", "a token without a provider", InSystem("provider: { audience: shop, token-lifetime: 30m }\n", "").And("        ISSUER: \"{provider.issuer}\"\n", "")),
        new("SH0038", "two services on the stage", InScenario("stage:\n", "stage:\n  worker: { instances: 1, release: \"1.0\", platform: \"1\" }\n").And("upgrade:\n  service: portal\n", "upgrade:\n")),
        new("SH0039", "two credentials in one header", InSystem("header: Authorization", "header: x-api-key")),
        new("SH0040", "a server that is told nothing", InSystem("{ URLS: \"{listen.http}\", RELEASE: \"{release.path}\" }", "{ MODE: '{\"json\": true}' }")),
        new("SH0041", "a secret in an argument", InSystem("[--quiet]", "[\"--key={credentials.api-key}\"]")),
    ];

    private static IEnumerable<Mistake> Steps() =>
    [
        new("SH0050", "an upgrade to what runs", InScenario("to: { release: \"2.0\" }", "to: { release: \"1.0\" }")),
        new("SH0050", "an upgrade of the runbook to what runs", InScenario("to: { platform: \"2\" }", "to: { platform: \"1\" }")),
        new("SH0050", "an override takes the change away", _ => { }, "upgrade.to.release=1.0"),
        new("SH0051", "an activation of nothing", InScenario("  - stage: {}\n    at: \"13:55\"\n", "")),
        new("SH0052", "a version is staged over another", InScenario("  - activate: {}", "  - stage: { to: { platform: \"2\" } }\n    at: \"13:57\"\n  - activate: {}")),
        new("SH0053", "a rollback of nothing", InScenario("  - upgrade: { to:", "  - roll-back: {}\n  - restart: { begins: again }\n  - upgrade: { to:")),
        new("SH0054", "a rollback without its restart", InScenario("  - restart: { takes: 2 min }\n", "").And("  - upgrade: { to: { platform: \"2\" }, begins: platform-upgraded }\n", "")
            .And("[upgraded, recovered]", "upgraded").And(", traffic-restored", "")),
        new("SH0055", "steps", InScenario("at: \"14:00\"\n  - watch", "at: \"13:54\"\n  - watch")),
        new("SH0055", "a step before the one above has ended", InScenario("  - watch: { for: 15 min }", "  - watch: { for: 15 min }\n  - watch: { for: 1 min }\n    at: \"14:10\"")),
        new("SH0055", "the reported timeline", InScenario("{ at: \"14:00\", what: outage-started }", "{ at: \"13:50\", what: outage-started }")),
        new("SH0056", "the first step begins with the clock", InScenario("starts: \"13:53\"", "starts: \"13:55\"")),
        new("SH0057", "a stage step without a target", InScenario("upgrade:\n  service: portal\n  to: { release: \"2.0\" }\n", "").And("candidate: [upgrade.to.release]\n", "")),
        new("SH0058", "an upgrade that no step applies", InScenario("- stage: {}", "- stage: { to: { platform: \"2\" } }").And("to: { platform: \"2\" }, begins", "to: { release: \"2.0\" }, begins")),
    ];

    private static IEnumerable<Mistake> Phases() =>
    [
        new("SH0060", "the name of a built-in phase", InScenario("begins: platform-upgraded", "begins: outage")),
        new("SH0061", "the same name twice", InScenario(", begins: platform-upgraded", "")),
        new("SH0062", "a phase like another, and one like none", InScenario("phase: upgraded\n    answers", "phase: upgradet\n    answers").And("[upgraded, recovered]", "[upgraded, launch]")),
        new("SH0063", "a phase whose step is missing", InScenario("  - restart: { takes: 2 min }\n", "  - restart: { takes: 2 min, begins: back }\n")),
        new("SH0063", "protection from a phase that never begins", InScenario("intent: reproduce", "intent: protect\nprotect-from: recovered")
            .And("  - restart: { takes: 2 min }\n", "  - restart: { takes: 2 min, begins: back }\n").And("[upgraded, recovered]", "upgraded")),
        new("SH0064", "a milestone whose step is missing", InScenario("  - acknowledge: { after: 5 min }\n", "").And("order: [upgrade-started, paged", "order: [upgrade-started, paged, acknowledged")),
    ];

    private static IEnumerable<Mistake> Expectations() =>
    [
        new("SH0065", "no expectation", WithoutExpectations("")),
        new("SH0065", "an empty list of expectations", WithoutExpectations("expect: []\n")),
        new("SH0066", "only health and a page", InScenario("{ status: 500, by: app }", "{ right: true, by: app }")),
        new("SH0067", "a failure where nothing may break", InScenario("intent: reproduce", "intent: protect")),
        new("SH0067", "a failure from where nothing may break", InScenario("intent: reproduce", "intent: protect\nprotect-from: upgraded")),
        new("SH0068", "protection of a reproduction", InScenario("intent: reproduce", "intent: reproduce\nprotect-from: recovered")),
        new("SH0069", "two of one name", InScenario("- name: Paged", "- name: Requests fail")),
        new("SH0070", "a right answer with status 500", InScenario("{ status: 500, by: app }", "{ status: 500, right: true }")),
        new("SH0070", "a wrong answer with status 200", InScenario("{ status: 500, by: app }", "{ status: 200, right: false }")),
        new("SH0070", "a status from nobody", InScenario("{ status: 500, by: app }", "{ status: 500, by: nobody }")),
        new("SH0071", "a silence within two seconds", InScenario("page: sent", "page: none")),
        new("SH0071", "samples of a page", InScenario("page: sent", "page: sent\n    samples: 10")),
        new("SH0071", "a secret that nobody generates", InSystem("generated: true", "generated: false")),
    ];

    private static IEnumerable<Mistake> Overrides() =>
    [
        new("SH0080", "a candidate near a path, below a key, and like nothing", InScenario("[upgrade.to.release]", "[upgrade.to.relase, upgrade.from, launch]")),
        new("SH0081", "no path, no value, no key", _ => { }, "upgrade.to.release", "=2.0", "upgrade..release=2.0"),
        new("SH0082", "a misspelt path", _ => { }, "upgrade.to.relase=2.0"),
        new("SH0082", "a service that does not stand there", _ => { }, "stage.checkout.instances=2", "steps.watch=1"),
        new("SH0083", "one path twice", _ => { }, "upgrade.to.release=2.0", "upgrade.to.release=1.0"),
        new("SH0014", "an override without a value", _ => { }, "upgrade.to.release="),
        new("SH0022", "an override with the wrong clock", _ => { }, "traffic.timeout=3 min"),
        new("SH0031", "an override with an unknown release", _ => { }, "upgrade.to.release=3.0"),
    ];

    private static Action<ScenarioFixture> InScenario(string text, string replacement) => fixture => fixture.Replace(ScenarioFile, text, replacement);

    private static Action<ScenarioFixture> InSystem(string text, string replacement) => fixture => fixture.Replace(SystemFile, text, replacement);

    private static Action<ScenarioFixture> WithoutExpectations(string instead) => fixture =>
    {
        var from = Scenario.IndexOf("expect:\n", StringComparison.Ordinal);
        var to = Scenario.IndexOf("reported:\n", StringComparison.Ordinal);
        fixture.Write(ScenarioFile, Scenario[..from] + instead + Scenario[to..]);
    };
}
