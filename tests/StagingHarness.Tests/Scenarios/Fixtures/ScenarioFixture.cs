using StagingHarness.Loading;
using StagingHarness.Scenarios;
using StagingHarness.TestKit.Files;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>A valid scenario with its system and empty project files in a scenario root of its own, for a test to break.</summary>
internal sealed class ScenarioFixture : IDisposable
{
    public const string ScenarioFile = "scenarios/shop.scenario.yaml";
    public const string SystemFile = "scenarios/systems/shop.system.yaml";

    public const string Scenario = """
        scenario: shop-upgrade
        title: The shop is upgraded
        intent: reproduce
        tags: [shop]
        source: Made up
        candidate: [upgrade.to.release]
        system: systems/shop.system.yaml
        seed: 7
        clock: { starts: "13:53", minute: 1s }
        stage:
          portal: { instances: 4, release: "1.0", platform: "1" }
        upgrade:
          service: portal
          to: { release: "2.0" }
        traffic:
          service: portal
          rate: 100/s
          requests: [GET /api/account, GET /api/orders]
          credentials: [api-key, access-token]
          timeout: 3s
          connections: 32
        baseline: { samples: 150 }
        detection: { background: 0.2 %, threshold: 1e6 }
        steps:
          - stage: {}
            at: "13:55"
          - activate: {}
            at: "14:00"
          - watch: { for: 15 min }
        on-page:
          - acknowledge: { after: 5 min }
          - decide: { after: 1 min }
          - roll-back: { takes: 2 min }
          - restart: { takes: 2 min }
          - upgrade: { to: { platform: "2" }, begins: platform-upgraded }
          - watch: { for: 3 min }
        verify: { samples: 120, for: 2s }
        expect:
          - name: Requests fail
            phase: upgraded
            answers: { status: 500, by: app }
            share: 100 %
            samples: 200
            samples-per-instance: 25
          - name: Health is green
            phase: [upgraded, recovered]
            health: { status: 200 }
            share: at least 99 %
          - name: Paged
            phase: upgraded
            page: sent
            within: 2s
          - name: Course
            order: [upgrade-started, paged, traffic-restored]
        reported:
          source: Made-up report
          timeline:
            - { at: "13:55", what: upgrade-started }
            - { at: "14:00", what: outage-started }
          outage: 15 min
          failed-requests: 100 %

        """;

    public const string System = """
        system: shop
        provider: { audience: shop, token-lifetime: 30m }
        credentials:
          api-key: { header: X-Api-Key, generated: true }
          access-token: { header: Authorization, from: provider, client: shop-web }
        services:
          portal:
            platforms:
              "1": { project: shop/Platform1.csproj }
              "2": { project: shop/Platform2.csproj }
            releases:
              1.0: { project: shop/Release1.csproj }
              2.0: { project: shop/Release2.csproj }
            start:
              arguments: [--quiet]
              environment:
                URLS: "{listen.http}"
                RELEASE: "{release.path}"
                KEY: "{credentials.api-key}"
                ISSUER: "{provider.issuer}"
              stop-within: 5s
            ready: { path: /ready, within: 20s }
            health: { path: /health, every: 500ms }
            attest: { path: /version, release: /release, platform: /platform, libraries: /libraries }
          worker:
            platforms:
              "1": { project: shop/Platform1.csproj }
            releases:
              "1.0": { project: shop/Release1.csproj }
            start:
              environment: { URLS: "{listen.http}", RELEASE: "{release.path}" }
            ready: { path: /ready }
            health: { path: /health }
            attest: { path: /version, release: /release, platform: /platform }

        """;

    private readonly TemporaryFolder _folder = new();

    public ScenarioFixture()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, ".git"));
        Write(ScenarioFile, Scenario);
        Write(SystemFile, System);
        foreach (var project in (string[])["Platform1", "Platform2", "Release1", "Release2"])
        {
            Write($"scenarios/systems/shop/{project}.csproj", "<Project />");
        }
    }

    public string Root => _folder.Path;

    public LoadResult Load(params string[] overrides) => PlanLoader.Load(PathOf(ScenarioFile), ScenarioInputs.None with { Overrides = [.. overrides] });

    public LoadResult Load(ScenarioInputs inputs) => PlanLoader.Load(PathOf(ScenarioFile), inputs);

    /// <summary>Loads the scenario with another text in one of the files.</summary>
    public LoadResult LoadWith(string file, string text)
    {
        Write(file, text);
        return Load();
    }

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>Replaces text that must be there.</summary>
    public void Replace(string file, string text, string replacement) => _folder.Replace(file, text, replacement);

    public string PathOf(string file) => Path.Combine(_folder.Path, file);

    public void Dispose() => _folder.Dispose();
}
