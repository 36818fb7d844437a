using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Syntax;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Golden;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios.Schemas;

/// <summary>Editors underline what the binder refuses, and nothing that it takes.</summary>
public sealed class SchemaTests
{
    /// <summary>Mistakes in the shape, which every editor must see. Others need the text of the whole system, or arithmetic.</summary>
    private static readonly string[] OfShape = ["SH0010", "SH0011", "SH0012", "SH0014", "SH0015", "SH0016", "SH0018", "SH0021", "SH0022", "SH0024"];

    /// <summary>Files have much in common: what was looked at in one of them is not looked at again.</summary>
    private static readonly HashSet<(bool IsSystem, string What)> Seen = [];

    private static IEnumerable<TestCaseData> Files =>
        Shipped()
            .Order(StringComparer.Ordinal)
            .Select(file => (Name: Path.GetFileName(file), Text: File.ReadAllText(file)))

            // What such a file leaves out stands in the one that it builds on, of which the binder is told elsewhere.
            .Where(file => !file.Text.Contains("\nextends: ", StringComparison.Ordinal))
            .Concat(((string Name, string Text)[])
            [
                ("shop.scenario.yaml", ScenarioFixture.Scenario),
                ("shop.system.yaml", ScenarioFixture.System),
                ("images.scenario.yaml", ImageSystem.Scenario),
                ("images.system.yaml", ImageSystem.System),
                ("variables.scenario.yaml", ScenarioFixture.Scenario + "variables:\n  a: { type: rate, default: 5/s, description: A rate }\n"),
                ("secrets.system.yaml", ScenarioFixture.System.Replace("generated: true", "from: { file: key.txt }", StringComparison.Ordinal)),
            ])
            .Select(file => new TestCaseData(file.Name, file.Text).SetArgDisplayNames(file.Name));

    [TestCaseSource(nameof(Files))]
    public void Schema_and_binder_agree_on_a_file_and_on_every_mistake_in_it(string name, string text)
    {
        var isSystem = name.EndsWith(".system.yaml", StringComparison.Ordinal);
        var validator = new SchemaValidator(JsonNode.Parse(isSystem ? SchemaFiles.System : SchemaFiles.Scenario)!.AsObject());
        var document = SyntaxReader.Read(new SourceText(name, 0, text), new FindingSink())!;
        validator.Validate(EditorJson.Of(document)).Should().BeEmpty();
        var mutations = SyntaxMutations.Of(document).ToList();

        var disagreements = mutations
            .Where(mutation => Seen.Add((isSystem, mutation.What)))
            .Select(mutation => (mutation.What, Schema: validator.Validate(EditorJson.Of(mutation.Document)), Binder: Bind(mutation.Document, isSystem)))
            .Where(both => both.Schema.Count > 0 ? both.Binder.Count == 0 : both.Binder.Any(code => OfShape.Contains(code)))
            .Select(both => $"{both.What}: the schema says [{string.Join("; ", both.Schema)}], the binder [{string.Join(", ", both.Binder)}]")
            .ToList();

        disagreements.Should().BeEmpty();
        mutations.Count.Should().BeGreaterThan(500);
    }

    [Test]
    public void Scenario_that_builds_on_another_one_may_leave_out_what_that_one_has()
    {
        var validator = new SchemaValidator(JsonNode.Parse(SchemaFiles.Scenario)!.AsObject());

        validator.Validate(Json("scenario: a\nextends: b.scenario.yaml\nstage: { portal: { instances: 2 } }\ntraffic: { rate: 5/s }\n")).Should().BeEmpty();
        validator.Validate(Json("scenario: a\nextends: b.scenario.yaml\ntraffic: { rte: 5/s }\n")).Should().ContainSingle().Which.Should().Contain(".traffic.rte");
        validator.Validate(Json("scenario: a\nextends: b.scenario.yaml\nsteps: [{ watch: {} }]\n")).Should().ContainSingle().Which.Should().Contain("lacks 'for'", "entries of a list replace those of the base");
        validator.Validate(Json("extends: b.scenario.yaml\n")).Should().ContainSingle().Which.Should().Contain("lacks 'scenario'");
    }

    [TestCase("timeout: ${slow}")]
    [TestCase("connections: ${many}")]
    [TestCase("rate: ${rate}/s")]
    public void Variable_may_stand_in_every_value_of_a_scenario(string line)
    {
        var validator = new SchemaValidator(JsonNode.Parse(SchemaFiles.Scenario)!.AsObject());

        validator.Validate(Json($"scenario: a\nextends: b.scenario.yaml\nintent: ${{intent}}\ntraffic:\n  {line}\n")).Should().BeEmpty();
    }

    [Test]
    public void Schema_of_scenarios_is_committed() => GoldenFile.Verify(SchemaFiles.Scenario, "../../../scenarios/scenario.schema.json");

    [Test]
    public void Schema_of_systems_is_committed() => GoldenFile.Verify(SchemaFiles.System, "../../../scenarios/system.schema.json");

    [Test]
    public void Every_key_of_the_model_has_a_sentence_for_editors_and_every_sentence_a_key()
    {
        var properties = SchemaProperties.Of(SchemaFiles.Scenario).Concat(SchemaProperties.Of(SchemaFiles.System)).ToList();

        properties.Where(property => property.Schema["description"] is null).Select(property => property.Path).Should().BeEmpty("KeyHelp says a sentence for each");
        KeyHelp.Keys.Where(key => !properties.Any(property => property.Path.EndsWith($".{key.Split('.')[1]}", StringComparison.Ordinal))).Should().BeEmpty();
    }

    [Test]
    public void Shipped_files_tell_editors_of_both_families_where_their_schema_is()
    {
        foreach (var file in Shipped())
        {
            var kind = file.EndsWith(".system.yaml", StringComparison.Ordinal) ? "system" : "scenario";
            var schema = Path.GetRelativePath(Path.GetDirectoryName(file)!, Path.Combine(Checkout.Root, "scenarios", $"{kind}.schema.json"));
            File.ReadLines(file).Take(2).Should().Equal([$"# yaml-language-server: $schema={schema}", $"# $schema: {schema}"], "of {0}", file);
        }
    }

    private static JsonNode? Json(string yaml) => EditorJson.Of(SyntaxReader.Read(new SourceText("a", 0, yaml), new FindingSink())!);

    private static List<string> Bind(SyntaxNode document, bool isSystem)
    {
        var findings = new FindingSink();
        var place = new BindingPlace(findings, "", null);
        _ = isSystem ? (object?)SystemDocument.Shape.Bind(document, place) : ScenarioDocument.Shape.Bind(document, place);
        return [.. findings.ToFindings().Select(finding => finding.Code.Id)];
    }

    /// <summary>Documents of third parties lie beside them, and have a language of their own.</summary>
    private static IEnumerable<string> Shipped() => Directory.EnumerateFiles(Path.Combine(Checkout.Root, "scenarios"), "*.yaml", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith(".openapi.yaml", StringComparison.Ordinal));
}
