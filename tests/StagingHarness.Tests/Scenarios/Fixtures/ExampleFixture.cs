using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using StagingHarness.Loading;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Explanations;
using StagingHarness.TestKit.Files;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>
/// Puts examples of pages into whole files: a scenario's is built upon a valid scenario unless it has a title and is whole by itself, a
/// system's sections replace those of a valid system or are added to them, unless it has its name.
/// </summary>
internal static class ExampleFixture
{
    private const string Scenario = """
        scenario: shop-upgrade
        title: The shop is upgraded
        intent: protect
        system: shop.system.yaml
        clock: { starts: "13:50", minute: 1s }
        stage:
          portal: { instances: 4, release: "1.0", platform: "1" }
        upgrade:
          to: { release: "2.0" }
        traffic:
          service: portal
          rate: 100/s
          requests: [GET /api/account]
          credentials: [api-key]
        steps:
          - stage: {}
          - activate: {}
          - watch: { for: 5 min }
        on-page:
          - roll-back: {}
          - restart: {}
        expect:
          - { name: Every request is answered rightly, phase: upgraded, answers: { right: true }, share: 100 % }

        """;

    private const string System = """
        system: shop
        provider: { audience: shop }
        credentials:
          api-key: { header: X-Api-Key, generated: true }
          access-token: { header: Authorization, from: provider, client: shop-web }
        services:
          portal:
            platforms: { "1": { project: Platform1.csproj }, "2": { project: Platform2.csproj } }
            releases: { "1.0": { project: Release1.csproj }, "2.0": { project: Release2.csproj } }
            start: { environment: { URLS: "{listen.http}", RELEASE: "{release.path}", KEY: "{credentials.api-key}" } }
            ready: { path: /ready }
            attest: { path: /version, release: /release, platform: /platform }
          web:
            releases: { "1.27": { image: "nginx:1.27" }, "1.28": { image: "nginx:1.28" } }
            start: { port: 80 }
            ready: { port: true }
            attest: { digest: true }

        """;

    /// <summary>The second answer does not say what is right.</summary>
    private const string AccessLog = """
        203.0.113.7 - - [13/May/2023:13:55:36 +0000] "GET /api/account HTTP/1.1" 200 512
        203.0.113.7 - - [13/May/2023:13:55:36 +0000] "GET /api/account HTTP/1.1" 502 157

        """;

    public static ImmutableArray<Finding> Load(ImmutableArray<PageExample> examples)
    {
        using var folder = new TemporaryFolder();
        WriteWorld(folder.Path);
        foreach (var mapping in Texts(examples, ExampleKind.Mapping))
        {
            File.WriteAllText(Path.Combine(folder.Path, "rates.json"), mapping);
        }

        var options = string.Join(' ', Texts(examples, ExampleKind.Command)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2).ToList();
        var system = Texts(examples, ExampleKind.System).Aggregate(System, (whole, example) => HasKey(example, "system") ? $"{example}\n" : WithSections(whole, example));
        File.WriteAllText(Path.Combine(folder.Path, "shop.system.yaml"), system);
        File.WriteAllText(Path.Combine(folder.Path, "shop.yaml"), system);
        var text = string.Concat(Texts(examples, ExampleKind.Scenario).Select(example => $"{example}\n"));
        var head = (HasKey(text, "scenario") ? "" : "scenario: example\n") + (HasKey(text, "extends") || HasKey(text, "title") ? "" : "extends: shop.scenario.yaml\n");
        var file = Path.Combine(folder.Path, "example.scenario.yaml");
        File.WriteAllText(file, head + text);
        return PlanLoader.Load(file, ScenarioInputs.None with { Overrides = Options(options, "--set"), Variables = Options(options, "--var") }).Findings;
    }

    private static void WriteWorld(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, ".git"));
        Directory.CreateDirectory(Path.Combine(folder, "worker"));
        foreach (var file in (string[])["Platform1.csproj", "Platform2.csproj", "Release1.csproj", "Release2.csproj", "Worker.csproj", "worker/Dockerfile"])
        {
            File.WriteAllText(Path.Combine(folder, file), "");
        }

        File.WriteAllText(Path.Combine(folder, "shop.scenario.yaml"), Scenario);
        File.WriteAllText(Path.Combine(folder, "access.log"), AccessLog);
        for (var layer = 1; layer <= 8; layer++)
        {
            var below = layer == 1 ? "shop" : string.Create(CultureInfo.InvariantCulture, $"layer-{layer - 1}");
            File.WriteAllText(
                Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"layer-{layer}.scenario.yaml")),
                string.Create(CultureInfo.InvariantCulture, $"scenario: layer-{layer}\nextends: {below}.scenario.yaml\n"));
        }
    }

    private static IEnumerable<string> Texts(ImmutableArray<PageExample> examples, ExampleKind kind) =>
        examples.Where(example => example.Kind == kind).Select(example => example.Text);

    private static ImmutableArray<string> Options(IEnumerable<string[]> options, string name) =>
        [.. options.Where(option => option[0] == name).Select(option => option[1])];

    private static bool HasKey(string text, string key) => Regex.IsMatch(text, $"^{key}:", RegexOptions.Multiline);

    private static string WithSections(string system, string example) =>
        Blocks(example, "").Aggregate(system, (text, block) => With(text, block, ""));

    // 'services' and 'credentials' are collections: their entries are replaced or added one by one.
    private static string With(string text, string block, string indentation)
    {
        var key = KeyOf(block);
        var old = Blocks(text, indentation).FirstOrDefault(one => KeyOf(one) == key);
        if (old is null)
        {
            return text + block;
        }

        var entries = key is "services" or "credentials" ? Blocks(block, "  ").ToList() : [];
        return text.Replace(
            old, entries.Count == 0 ? block : entries.Aggregate(old, (section, entry) => With(section, entry, "  ")), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Blocks(string text, string indentation) =>
        Regex.Matches($"{text.TrimEnd('\n')}\n", $@"^{indentation}[a-z].*\n(?:{indentation} +.*\n)*", RegexOptions.Multiline).Select(match => match.Value);

    private static string KeyOf(string block) => block.Trim().Split(':')[0];
}
