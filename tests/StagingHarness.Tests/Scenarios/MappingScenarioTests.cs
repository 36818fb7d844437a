using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios;

/// <summary>Mapping files, and what the plan makes of them.</summary>
public sealed class MappingScenarioTests
{
    private const string Folder = "scenarios/systems/shop/rates";

    [Test]
    public void Plan_holds_what_the_files_hold_under_titles_and_else_paths()
    {
        using var fixture = Given("mappings: shop/rates");
        fixture.Write($"{Folder}/b.json", """[{ "Title": "rates", "Request": { "Path": "/rates" }, "Response": { "BodyAsJson": { "rate": 1.50, "note": null } } }]""");
        fixture.Write($"{Folder}/a.json", """{ "mappings": [{ "Request": { "Path": { "Matchers": [{ "Name": "RegexMatcher", "Pattern": "^/v\\d$" }] } }, "Response": {} }] }""");

        var mappings = Plan(fixture).System.Provider!.Mappings!;

        mappings.Contracts.Should().BeEmpty();
        mappings.Plain.Should().Equal(
            new StandInMapping { Name = "^/v\\d$", Json = """{"Request":{"Path":{"Matchers":[{"Name":"RegexMatcher","Pattern":"^/v\\d$"}]}},"Response":{}}""" },
            new StandInMapping { Name = "rates", Json = """{"Title":"rates","Request":{"Path":"/rates"},"Response":{"BodyAsJson":{"rate":1.50,"note":null}}}""" });
    }

    [Test]
    public void Body_file_stands_in_the_plan_as_text_and_else_as_bytes()
    {
        using var fixture = Given("mappings: shop/rates");
        fixture.Write($"{Folder}/bodies/text.xml", "<rate>1,50 €</rate>");
        fixture.Write($"{Folder}/bodies/bytes", "");
        File.WriteAllBytes(fixture.PathOf($"{Folder}/bodies/bytes"), [0xFF, 0xFE]);
        fixture.Write($"{Folder}/a.json", """
            [
              { "Request": { "Path": "/text" }, "Response": { "BodyAsFile": "bodies/text.xml", "BodyAsFileIsCached": true } },
              { "Request": { "Path": "/bytes" }, "Response": { "BodyAsFile": "bodies/bytes" } }
            ]
            """);

        var responses = Plan(fixture).System.Provider!.Mappings!.Plain.Select(mapping => JsonNode.Parse(mapping.Json)!["Response"]!.AsObject()).ToArray();

        responses[0].Should().ContainSingle().Which.Value!.GetValue<string>().Should().Be("<rate>1,50 €</rate>");
        responses[1].Should().ContainSingle().Which.Should().Match<KeyValuePair<string, JsonNode?>>(body => body.Key == "BodyAsBytes" && body.Value!.GetValue<string>() == "//4=");
    }

    [Test]
    public void Contract_takes_the_place_of_the_set_and_one_without_mappings_does_not()
    {
        using var fixture = Given("mappings: shop/rates/v1.json, contracts: { v2: { mappings: shop/rates/v2.json }, calm: { endpoints: { old: { delay: 1s } } } }");
        fixture.Write($"{Folder}/v1.json", """{ "Title": "old", "Request": { "Path": "/rates" }, "Response": {} }""");
        fixture.Write($"{Folder}/v2.json", """{ "Title": "new", "Request": { "Path": "/rates" }, "Response": {} }""");
        fixture.Replace(ScenarioFixture.ScenarioFile, "  - watch: { for: 15 min }\n", """
              - provider: { contract: v2, facets: { endpoints: { new: { status: 500 } } } }
              - provider: { contract: calm }
              - watch: { for: 15 min }

            """);

        var plan = Plan(fixture);

        var steps = plan.Steps.OfType<ProviderStepPlan>().ToArray();
        plan.System.Provider!.Mappings!.Contracts.Should().ContainSingle().Which.Value.Should().ContainSingle().Which.Name.Should().Be("new");
        steps[0].Settings!.Mappings.Should().Be("v2");
        steps[0].Sentence.Should().StartWith("Change the provider: it keeps contract 'v2', it answers by the mappings of contract 'v2', new answers 500");
        steps[1].Settings!.Mappings.Should().BeNull();
    }

    [Test]
    public void Provider_with_mappings_needs_no_audience()
    {
        using var fixture = Given("mappings: shop/rates");
        fixture.Write($"{Folder}/a.json", """{ "Request": { "Path": "/rates" }, "Response": {} }""");
        fixture.Replace(ScenarioFixture.SystemFile, "audience: shop, ", "");

        Plan(fixture).System.Provider!.Audience.Should().Be("shop");
    }

    [Test]
    public void Same_files_make_the_same_bytes()
    {
        using var fixture = Given("mappings: shop/rates");
        fixture.Write($"{Folder}/a.json", """{ "Request": { "Path": "/rates" }, "Response": { "Body": "1 < 2 & ü" } }""");

        JsonSerializer.Serialize(Plan(fixture).System.Provider).Should().Be(JsonSerializer.Serialize(Plan(fixture).System.Provider));
    }

    private static ScenarioFixture Given(string keys)
    {
        var fixture = new ScenarioFixture();
        fixture.Replace(ScenarioFixture.SystemFile, "token-lifetime: 30m }", $"token-lifetime: 30m, {keys} }}");
        return fixture;
    }

    private static ScenarioPlan Plan(ScenarioFixture fixture)
    {
        var result = fixture.Load();
        result.Findings.Should().BeEmpty();
        return result.Plan!;
    }
}
