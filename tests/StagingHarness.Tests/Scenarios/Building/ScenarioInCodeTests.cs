using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Loading;
using StagingHarness.Rehearsals;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Building;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Syntax;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;
using StagingHarness.TestKit.Files;
using StagingHarness.Tests.Scenarios.Fixtures;
using StagingHarness.Tests.Scenarios.Schemas;

namespace StagingHarness.Tests.Scenarios.Building;

/// <summary>A scenario in code is the same scenario as the one in a file.</summary>
public sealed class ScenarioInCodeTests
{
    private const string ThisFile = "tests/StagingHarness.Tests/Scenarios/Building/ScenarioInCodeTests.cs";

    private static IEnumerable<TestCaseData> InCode =>
    [
        new TestCaseData("incident/2023-05-13", ShippedInCode.Incident).SetArgDisplayNames("incident"),
        new TestCaseData("upgrades/rolling", ShippedInCode.Rolling).SetArgDisplayNames("rolling"),
        new TestCaseData("faults/slow-database", ShippedInCode.SlowDatabase).SetArgDisplayNames("slow-database"),
        new TestCaseData("upgrades/orders-kept", ShippedInCode.OrdersKept).SetArgDisplayNames("orders-kept"),
    ];

    private static IEnumerable<string> Shipped =>
        Directory.EnumerateFiles(Path.Combine(Checkout.Root, "scenarios"), "*.scenario.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Checkout.Root, file))
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(InCode))]
    public void Scenario_that_ships_has_the_same_plan_when_it_is_written_in_code(string name, Scenario scenario)
    {
        var written = Plan(PlanLoader.Load(Path.Combine(Checkout.Root, "scenarios", $"{name}.scenario.yaml"), ScenarioInputs.None));

        var plan = Plan(PlanLoader.Load(scenario, Checkout.Root, ScenarioInputs.None));

        PlacelessPlan.Of(plan).Should().Be(PlacelessPlan.Of(written));
        plan.File.Should().Be("tests/StagingHarness.Tests/Scenarios/Building/ShippedInCode.cs");
        plan.Expectations.Select(expectation => expectation.Place.File).Distinct().Should().Equal(plan.File);
        plan.Expectations.Select(expectation => expectation.Place.Line).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    [TestCaseSource(nameof(Shipped))]
    public void Every_file_that_ships_has_the_same_plan_when_its_keys_are_set_in_code(string file)
    {
        var path = Path.Combine(Checkout.Root, file);
        var text = Read(file);
        var written = Plan(PlanLoader.Load(path, ScenarioInputs.None));

        var scenario = Transcription.Of(text, given => Path.GetRelativePath(Checkout.Root, Path.Combine(Path.GetDirectoryName(path)!, given)));

        PlacelessPlan.Of(Plan(PlanLoader.Load(scenario, Checkout.Root, ScenarioInputs.None))).Should().Be(PlacelessPlan.Of(written));
    }

    [Test]
    public void Every_key_of_the_language_can_be_set_in_code()
    {
        using var folder = new TemporaryFolder();
        LanguagePage.WriteTo(folder.Path);
        var files = LanguagePage.Files.Where(file => file.File.EndsWith(".scenario.yaml", StringComparison.Ordinal))
            .ToDictionary(file => file.File, file => Syntax(file.File, file.Text));

        foreach (var (file, text) in files)
        {
            var written = Plan(PlanLoader.Load(Path.Combine(folder.Path, file), ScenarioInputs.None));
            PlacelessPlan.Of(Plan(PlanLoader.Load(Transcription.Of(text, given => given), folder.Path, ScenarioInputs.None))).Should().Be(PlacelessPlan.Of(written), "of {0}", file);
        }

        // What stands in no whole file of the page stands in files that ship, which the test above transcribes.
        var set = files.Values.Concat(Shipped.Select(Read)).SelectMany(Transcription.Keys).ToHashSet(StringComparer.Ordinal);
        SchemaProperties.Of(SchemaFiles.Scenario).Select(property => property.Key).Should().BeSubsetOf(set);
    }

    [Test]
    public void Example_of_the_front_page_is_code_that_is_compiled_and_rehearsed()
    {
        var page = File.ReadAllText(Path.Combine(Checkout.Root, "README.md"));
        var source = File.ReadAllText(Path.Combine(Checkout.Root, "tests/StagingHarness.ScenarioTests/ScenariosInCode.cs"));

        var example = Regex.Match(page, "^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;

        example.Should().NotBeEmpty();
        source.Should().Contain(Regex.Replace(example, "^(?=.)", "    ", RegexOptions.Multiline));
    }

    [Test]
    public void Key_that_is_taken_out_has_its_default_again()
    {
        var plan = Plan(PlanLoader.Load(ShippedInCode.Rolling.Seed(5).Without("seed"), Checkout.Root, ScenarioInputs.None));

        plan.Seed.Should().Be(1);
    }

    [Test]
    public async Task Rehearsal_of_what_cannot_be_planned_starts_nothing_and_tells_why()
    {
        var options = new RehearsalOptions { RootDirectory = Checkout.Root, RunsFolder = "/nowhere/at/all" };

        var rehearse = () => Rehearsal.RunAsync(ShippedInCode.Rolling.Without("traffic"), options, CancellationToken.None);

        (await rehearse.Should().ThrowAsync<InvalidScenarioException>().WithMessage("tests/*ShippedInCode.cs:*: error SH0011: key 'traffic' is missing*"))
            .Which.Findings.Should().ContainSingle();
    }

    [Test]
    public void Mistake_in_code_is_the_same_finding_at_the_line_of_code()
    {
        var mistaken = ShippedInCode.Rolling.Set("bseline", new Block());

        var finding = PlanLoader.Load(mistaken, Checkout.Root, ScenarioInputs.None).Findings.Should().ContainSingle().Which;

        finding.Should().BeEquivalentTo(new { Code = FindingCode.UnknownKey, File = ThisFile, Column = 1 });
        finding.Quote.Should().Contain("Set(\"bseline\", new Block())", "the line is {0}", finding.Line);
        finding.Hint.Should().Contain("'baseline'");
    }

    [Test]
    public void Source_that_is_not_on_this_machine_is_told_by_its_name_alone()
    {
        var mistaken = ShippedInCode.Rolling.Set("bseline", new Block(), "/_/elsewhere/Upgrades.cs", 42);

        var finding = PlanLoader.Load(mistaken, Checkout.Root, ScenarioInputs.None).Findings.Should().ContainSingle().Which;

        finding.Should().BeEquivalentTo(new { File = "Upgrades.cs", Line = 42, Column = 1, Quote = (string?)null });
    }

    [Test]
    public void Value_that_a_file_may_not_say_is_a_finding()
    {
        var mistaken = ShippedInCode.Rolling.Seed(-1).Set("baseline", new Block().Set("samples", "many"));

        var findings = PlanLoader.Load(mistaken, Checkout.Root, ScenarioInputs.None).Findings;

        findings.Select(finding => finding.Summary).Should().HaveCount(2)
            .And.Contain(summary => summary.Contains("'-1'", StringComparison.Ordinal))
            .And.Contain(summary => summary.Contains("'many'", StringComparison.Ordinal));
    }

    [Test]
    public void Scenario_is_made_of_another_one_by_setting_keys_again()
    {
        var safe = ShippedInCode.Rolling.Upgrade("portal", platform: "2").Set("verify", new Block().Set("samples", 75));

        Plan(PlanLoader.Load(safe, Checkout.Root, ScenarioInputs.None)).EndState.WithoutPage["portal-4"].Should().Be(new ServerVersion("1.0", "2"));
        Plan(PlanLoader.Load(ShippedInCode.Rolling, Checkout.Root, ScenarioInputs.None)).EndState.WithoutPage["portal-4"].Should().Be(new ServerVersion("2.0", "1"));
    }

    [Test]
    public void Path_is_no_key_and_the_message_says_how_it_is_written()
    {
        var set = () => ShippedInCode.Rolling.Set("stage.portal.release", "1.0");

        set.Should().Throw<ArgumentException>()
            .WithMessage("'stage.portal.release' is a path, and one key is set at a time: write Set(\"stage\", new Block().Set(\"portal.release\", ...)).*");
    }

    [Test]
    public void Scenario_in_code_builds_on_a_file_and_takes_values_from_outside()
    {
        var scenario = Scenario.Named("gate-of-code")
            .Extends("scenarios/upgrades/gate.scenario.yaml")
            .OnPage()
            .Set("variables", new Block().Set("seed", new Block().Set("type", "count")))
            .Set("seed", "${seed}");
        var inputs = ScenarioInputs.None with { Overrides = ["upgrade.to.release=1.0"], Variables = ["seed=7"] };

        var plan = Plan(PlanLoader.Load(scenario, Checkout.Root, inputs));

        plan.Seed.Should().Be(7);
        plan.Runbook.Should().BeEmpty();
        plan.EndState.WithoutPage["portal-1"].Should().Be(new ServerVersion("1.0", "2"));
    }

    [Test]
    public void Values_are_read_as_in_a_file()
    {
        Written(1).Should().Be("1");
        Written(12345678901L).Should().Be("12345678901");
        Written(true).Should().Be("true");
        Written(TimeSpan.FromSeconds(2)).Should().Be("2000ms");
        Written(TimeSpan.FromMicroseconds(1500)).Should().Be("1.5ms");
        Written(new IncidentDuration(2.5)).Should().Be("2.5 min");
        Written(2.IncidentHours()).Should().Be("120 min");
        Written(new IncidentTime(835)).Should().Be("13:55");
        Written(new Share(0.001)).Should().Be("0.1 %");
    }

    private static string Written(Value value) => ((TextValue)value).Text;

    private static MappingSyntax Read(string file) => Syntax(file, File.ReadAllText(Path.Combine(Checkout.Root, file)));

    private static MappingSyntax Syntax(string file, string text) => (MappingSyntax)SyntaxReader.Read(new SourceText(file, 0, text), new FindingSink())!;

    private static ScenarioPlan Plan(LoadResult result)
    {
        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        return result.Plan!;
    }
}
