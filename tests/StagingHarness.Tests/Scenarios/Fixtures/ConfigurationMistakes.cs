using static StagingHarness.Tests.Scenarios.Fixtures.ScenarioFixture;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>Mistakes about configurations of a service.</summary>
internal static class ConfigurationMistakes
{
    private const string Start = "    start:\n      arguments: [--quiet]\n";

    private const string Configurations = """
            configurations:
              lax: {}
              strict:
                environment: { CHECK: "{files.rules}" }
                files: { rules: { source: shop/rules.txt, at: /etc/rules.txt } }

        """;

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("SH0114", "a configuration that is misspelt", With("configuration: lax", "configuration: lux")),
        new("SH0114", "a target that is misspelt", With("to: { release: \"2.0\" }", "to: { configuration: strickt }")),
        new("SH0114", "a service without configurations", fixture => fixture.Replace(ScenarioFile, "to: { release: \"2.0\" }", "to: { release: \"2.0\", configuration: strict }")),
        new("SH0011", "a service that stands in no configuration", With(", configuration: lax }", " }")),
        new("SH0034", "a file of another configuration", With("lax: {}", "lax: { environment: { CHECK: \"{files.rules}\" } }")),
        new("SH0044", "a configuration with a file that is not there", With("source: shop/rules.txt", "source: shop/other.txt")),
        new("SH0050", "the configuration that stands already", With("to: { release: \"2.0\" }", "to: { configuration: lax }")),
        new("SH0071", "a configuration that a service without any attests", fixture => fixture.Replace(SystemFile, "platform: /platform, libraries", "platform: /platform, configuration: /configuration, libraries")),
        new(
            "SH0211",
            "a configuration that never serves",
            With("answers: { status: 500, by: app }", "answers: { status: 500, by: app }\n    of: { configuration: strict }")),
    ];

    private static Action<ScenarioFixture> With(string text, string replacement) => ((Action<ScenarioFixture>)(fixture =>
    {
        fixture.Write("scenarios/systems/shop/rules.txt", "all\n");
        fixture.Replace(SystemFile, Start, $"{Configurations}{Start}");
        fixture.Replace(ScenarioFile, "platform: \"1\" }", "platform: \"1\", configuration: lax }");
    })).And(text, replacement);
}
