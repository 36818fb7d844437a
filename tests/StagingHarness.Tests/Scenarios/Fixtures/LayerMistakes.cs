using System.Globalization;
using static StagingHarness.Tests.Scenarios.Fixtures.ScenarioFixture;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>Mistakes in what a scenario builds on, in its variables, in what is given from outside, and with secrets.</summary>
internal static class LayerMistakes
{
    private const string BaseFile = "scenarios/base.scenario.yaml";

    public static IReadOnlyList<Mistake> All { get; } = [.. Bases(), .. Variables(), .. Files(), .. Secrets(), .. Bounds()];

    /// <summary>The fixture's scenario becomes a base, and this stands upon it.</summary>
    public static void BuildOn(ScenarioFixture fixture, string text)
    {
        fixture.Write(BaseFile, Scenario);
        fixture.Write(ScenarioFile, text);
    }

    private static IEnumerable<Mistake> Bases() =>
    [
        new("SH0001", "the base is missing", fixture => fixture.Write(ScenarioFile, "scenario: other\nextends: bse.scenario.yaml\n")),
        new("SH0008", "the base is named otherwise", fixture =>
        {
            BuildOn(fixture, "scenario: other\nextends: base.yaml\n");
            fixture.Write("scenarios/base.yaml", Scenario);
        }),
        new("SH0010", "the base is a list", fixture => BuildOn(fixture, "scenario: other\nextends: [base.scenario.yaml]\n")),
        new("SH0011", "what stands upon a base has no name", fixture => BuildOn(fixture, "extends: base.scenario.yaml\n")),
        new("SH0021", "a mistake of the base is told where it stands", fixture =>
        {
            BuildOn(fixture, "scenario: other\nextends: base.scenario.yaml\nverify: { for: 3 }\n");
            fixture.Replace(BaseFile, "timeout: 3s", "timeout: 3");
        }),
        new("SH0025", "the base lies outside the root", fixture => fixture.Write(ScenarioFile, "scenario: other\nextends: ../../base.scenario.yaml\n")),
        new("SH0150", "a scenario builds on itself", fixture => fixture.Write(ScenarioFile, Scenario + "extends: shop.scenario.yaml\n")),
        new("SH0150", "two scenarios build on each other", fixture =>
        {
            BuildOn(fixture, "scenario: other\nextends: base.scenario.yaml\n");
            fixture.Write(BaseFile, Scenario + "extends: shop.scenario.yaml\n");
        }),
        new("SH0151", "ten scenarios, each upon the next", fixture =>
        {
            for (var number = 1; number <= 10; number++)
            {
                fixture.Write(
                    string.Create(CultureInfo.InvariantCulture, $"scenarios/{number}.scenario.yaml"),
                    string.Create(CultureInfo.InvariantCulture, $"scenario: layer-{number}\nextends: {number + 1}.scenario.yaml\n"));
            }

            fixture.Write(ScenarioFile, "scenario: other\nextends: 1.scenario.yaml\n");
        }),
        new("SH0152", "both have the same name", fixture => BuildOn(fixture, "scenario: shop-upgrade\nextends: base.scenario.yaml\n")),
    ];

    private static IEnumerable<Mistake> Variables() =>
    [
        new("SH0156", "a variable without anything", Declared("candidate:")),
        new("SH0020", "names and values of variables", Declared("Candidate: { default: x }\n  candidate: { type: version, default: \"2.0 beta\" }")),
        new("SH0021", "a given value has no unit", Declared("candidate: { type: duration }")) { Variables = ["candidate=5"] },
        new("SH0023", "a value of the environment is too large", Declared("candidate: { type: count }")) { Environment = ["STAGE_VAR_CANDIDATE=2000000"] },
        new("SH0024", "a type of variables", Declared("candidate: { type: verson, default: \"2.0\" }")),
        new("SH0031", "a variable names an unknown release", Declared("candidate: { type: version }")) { Variables = ["candidate=3.0"] },
        new("SH0155", "no variable of that name", Declared("candidat: { default: \"2.0\" }")),
        new("SH0155", "no variable at all", fixture => fixture.Replace(ScenarioFile, "title: The shop is upgraded", "title: The ${what} is upgraded")) { Variables = ["what=shop"] },
        new("SH0155", "an option for another variable", Declared("candidate: { default: \"2.0\" }")) { Variables = ["candidte=2.0"] },
        new("SH0156", "no value", Declared("candidate: { type: version }")),
        new("SH0157", "no closing brace", Declared("candidate: { default: \"2.0\" }", "${candidate")),
        new("SH0157", "options that give nothing", Declared("candidate: { default: \"2.0\" }")) { Variables = ["candidate", "=2.0"] },
        new("SH0158", "two values", Declared("candidate: { type: version }")) { Variables = ["candidate=2.0", "candidate=1.0"] },
        new("SH0159", "used nowhere", Declared("candidate: { default: \"2.0\" }", "2.0")),
    ];

    private static IEnumerable<Mistake> Files() =>
    [
        new("SH0001", "a file of overrides is missing", _ => { }) { OverrideFiles = ["candidate.yaml"] },
        new("SH0010", "a file of overrides is a list", fixture => fixture.Write("candidate.yaml", "[1, 2]\n")) { OverrideFiles = ["candidate.yaml"] },
        new("SH0012", "a file of overrides with keys that nobody knows", fixture => fixture.Write("candidate.json", "{ \"upgrade\": { \"too\": {} }, \"extends\": \"a\" }\n"))
        {
            OverrideFiles = ["candidate.json"],
        },
    ];

    private static IEnumerable<Mistake> Secrets() =>
    [
        new("SH0011", "traffic with a referenced credential that no header carries", InSystem("{ header: X-Api-Key, generated: true }", "{ from: { environment: KEY } }")),
        new("SH0012", "a client of a referenced credential", InSystem("generated: true }", "from: { environment: KEY }, client: shop }")),
        new("SH0012", "a source of secrets that nobody knows", InSystem("generated: true }", "from: { vault: KEY } }")),
        new("SH0016", "two sources of one secret", InSystem("generated: true }", "from: { environment: KEY, file: key.txt } }")),
        new("SH0020", "a variable that cannot be", InSystem("generated: true }", "from: { environment: \"K EY\" } }")),
        new("SH0025", "a secret file outside the root", InSystem("generated: true }", "from: { file: ../../../key.txt } }")),
        new("SH0160", "a secret in the file, of which nothing is shown", InSystem("generated: true }", "value: correct-horse }").And("from: provider, client: shop-web }", "password: battery-staple }")),
    ];

    private static IEnumerable<Mistake> Bounds() =>
    [
        new("SH0180", "a page before it can come", fixture => fixture.Replace(ScenarioFile, "within: 2s", "within: 5ms")),
        new("SH0180", "a page at a rate at which it takes its time", _ => { }, "traffic.rate=0.5/s"),
    ];

    private static Action<ScenarioFixture> InSystem(string text, string replacement) => fixture => fixture.Replace(SystemFile, text, replacement);

    private static Action<ScenarioFixture> Declared(string variables, string use = "${candidate}") => fixture =>
    {
        fixture.Replace(ScenarioFile, "to: { release: \"2.0\" }", $"to: {{ release: \"{use}\" }}");
        fixture.Replace(ScenarioFile, "seed: 7\n", $"seed: 7\nvariables:\n  {variables}\n");
    };
}
