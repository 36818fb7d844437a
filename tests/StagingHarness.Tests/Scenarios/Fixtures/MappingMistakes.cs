using static StagingHarness.Tests.Scenarios.Fixtures.ScenarioFixture;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>Mistakes about mapping files, in the system, in the files, and in what names them.</summary>
internal static class MappingMistakes
{
    private const string Rates = """
        {
          "Title": "rates",
          "Request": { "Path": "/rates", "Methods": ["GET"] },
          "Response": { "StatusCode": 200, "BodyAsFile": "rates.txt" }
        }
        """;

    private const string Watch = "  - watch: { for: 15 min }\n";

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("SH0118", "a comma too many", In("\"rates.txt\" }", "\"rates.txt\", }")),
        new("SH0118", "a file that ends too early", In("\n}", "")),
        new("SH0118", "keys of the other WireMock", In("\"Path\": \"/rates\", \"Methods\": [\"GET\"]", "\"method\": \"GET\", \"urlPath\": \"/rates\"")),
        new("SH0118", "a key that is misspelt", In("\"StatusCode\"", "\"StatusCod\"")),
        new("SH0118", "a request without a path", In("\"Path\": \"/rates\", ", "")),
        new("SH0118", "a mapping without request and response", In(Rates, "{ \"Title\": \"rates\" }")),
        new("SH0118", "a list with something else in it", In(Rates, "{ \"mappings\": [7] }")),
        new("SH0118", "a list of none", In(Rates, "[]")),
        new("SH0118", "a path without its slash", In("\"/rates\"", "\"rates\"")),
        new("SH0118", "a path with a query", In("\"/rates\"", "\"/rates?base=EUR\"")),
        new("SH0118", "a value of another kind", In("[\"GET\"]", "\"GET\"")),
        new("SH0118", "a matcher that is not there, and one without a name", In(
            "\"/rates\"", "{ \"Matchers\": [{ \"Name\": \"WildcardsMatcher\", \"Pattern\": \"/rates\" }, { \"Pattern\": \"/rates\" }] }")),
        new("SH0118", "a title that is no name", In("\"Title\": \"rates\"", "\"Title\": \"a\\nb\"")),
        new("SH0119", "a fault", In("\"StatusCode\": 200", "\"Fault\": { \"Type\": \"EMPTY_RESPONSE\" }")),
        new("SH0119", "a state of its own, and chance", In("\"Title\": \"rates\"", "\"Title\": \"rates\", \"Scenario\": \"twice\", \"Probability\": 0.5")),
        new("SH0119", "a call that is sent on", In("\"StatusCode\": 200", "\"ProxyUrl\": \"https://rates.example\"")),
        new("SH0119", "a mapping that answers nobody", In("\"Title\": \"rates\"", "\"IsDisabled\": true")),
        new("SH0120", "a path of the stand-in's own", In("\"/rates\"", "\"/token\"")),
        new("SH0048", "a title that is taken", In("\"Title\": \"rates\"", "\"Title\": \"token\"")),
        new("SH0013", "a key twice", In("\"Title\": \"rates\"", "\"Title\": \"rates\", \"Title\": \"rates\"")),
        new("SH0044", "a body file that is not there", In("\"rates.txt\"", "\"rates.text\"")),
        new("SH0044", "a mapping file that is not there", Given().And("mappings: shop/rates.json", "mappings: shop/rats.json")),
        new("SH0044", "a folder without mapping files", fixture =>
        {
            Given()(fixture);
            fixture.Write("scenarios/systems/shop/empty/notes.txt", "");
            fixture.Replace(SystemFile, "mappings: shop/rates.json", "mappings: shop/empty");
        }),
        new("SH0025", "a mapping file that lies outside", Given().And("mappings: shop/rates.json", "mappings: ../../../rates.json")),
        new("SH0001", "a mapping file that is no text", fixture =>
        {
            Given()(fixture);
            File.WriteAllBytes(fixture.PathOf("scenarios/systems/shop/rates.json"), [0xFF, 0x00]);
        }),
        new("SH0011", "a provider with neither audience nor mappings", fixture => fixture.Replace(
            SystemFile, "provider: { audience: shop, token-lifetime: 30m }", "provider: { token-lifetime: 30m }")),
        new("SH0116", "a rule for a mapping that is not there", Step("facets: { endpoints: { rats: { status: 500 } } }")),
        new("SH0071", "a mapping that moves", Step("facets: { endpoints: { rates: { moved-to: /v2/rates } } }")),
        new("SH0012", "a step with mappings of its own", Step("facets: { mappings: shop/rates.json }")),
        new("SH0116", "calls of a mapping that is not there", Given().And("expect:\n", "expect:\n  - { name: Rates are asked for, provider: { endpoint: rats }, at-least: 1 time }\n")),
        new("SH0116", "a wait for such calls", fixture =>
        {
            Given()(fixture);
            fixture.Replace(ScenarioFile, Watch, $"  - wait: {{ until: {{ provider: {{ endpoint: rats }} }} }}\n{Watch}");
        }),
    ];

    private static Action<ScenarioFixture> Given() => fixture =>
    {
        fixture.Write("scenarios/systems/shop/rates.json", Rates);
        fixture.Write("scenarios/systems/shop/rates.txt", "1.08");
        fixture.Replace(SystemFile, "token-lifetime: 30m }", "token-lifetime: 30m, mappings: shop/rates.json }");
    };

    private static Action<ScenarioFixture> In(string text, string replacement) => fixture =>
    {
        Given()(fixture);
        fixture.Replace("scenarios/systems/shop/rates.json", text, replacement);
    };

    private static Action<ScenarioFixture> Step(string keys) => fixture =>
    {
        Given()(fixture);
        fixture.Replace(ScenarioFile, Watch, $"  - provider: {{ {keys} }}\n{Watch}");
    };
}
