using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Loading;
using StagingHarness.Scaffolding;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Golden;
using StagingHarness.Tests.Scenarios.Fixtures;
using StagingHarness.Tests.Timelines;
using StagingHarness.Timelines;

namespace StagingHarness.Tests.Scaffolding;

/// <summary>What <c>stage new</c> writes is valid as it is.</summary>
public sealed class ScaffoldTests
{
    [TestCase(ScenarioTemplate.Gate)]
    [TestCase(ScenarioTemplate.Incident)]
    public void Scenario_of_a_system_with_scenarios_is_valid_and_asks_what_they_ask(ScenarioTemplate template)
    {
        using var fixture = new ScenarioFixture();
        var files = Scaffold.Create(Order(fixture.PathOf("scenarios"), template));
        ScaffoldWriter.Write(files);

        var plan = Plan(files[0].Path);

        plan.System.File.Should().Be(ScenarioFixture.SystemFile);
        plan.Traffic.Requests.Select(request => request.ToString()).Should().Equal("GET /api/account", "GET /api/orders");
        plan.Traffic.Credentials.Should().Equal("api-key", "access-token");
        files.Select(file => Path.GetFileName(file.Path)).Should().Equal(["fresh.scenario.yaml", "scenario.schema.json"], "there was no schema for editors");
    }

    [Test]
    public void Scenario_of_images_stands_with_what_its_service_needs()
    {
        using var fixture = new ScenarioFixture();
        ImageSystem.Write(fixture);
        var files = Scaffold.Create(Order(fixture.PathOf("scenarios"), ScenarioTemplate.Gate));
        ScaffoldWriter.Write(files);

        Plan(files[0].Path).Stage.Select(placement => placement.Service).Should().BeEquivalentTo("database", "web");
    }

    [TestCase(ScenarioTemplate.Gate)]
    [TestCase(ScenarioTemplate.Incident)]
    public void Empty_folder_gets_a_system_to_fill_in_and_the_schemas(ScenarioTemplate template)
    {
        using var folder = new TemporaryFolder();
        var files = Scaffold.Create(Order(folder.Path, template));
        ScaffoldWriter.Write(files);

        Plan(files[0].Path).Traffic.Requests.Single().Path.Should().Be("/");
        files.Select(file => Path.GetFileName(file.Path)).Should().BeEquivalentTo(
            "fresh.scenario.yaml", "fresh.system.yaml", "scenario.schema.json", "system.schema.json");
    }

    [Test]
    public void Nothing_is_written_over()
    {
        using var fixture = new ScenarioFixture();
        var files = Scaffold.Create(Order(fixture.PathOf("scenarios"), ScenarioTemplate.Gate));
        fixture.Write("scenarios/scenario.schema.json", "mine");

        var write = () => ScaffoldWriter.Write(files);

        write.Should().Throw<ScaffoldRefusedException>().WithMessage("*'*scenario.schema.json' is there already, and nothing was written;*");
        File.Exists(files[0].Path).Should().BeFalse();
    }

    [Test]
    public void Several_systems_want_one_to_be_named()
    {
        using var fixture = new ScenarioFixture();
        fixture.Write("scenarios/systems/other.system.yaml", ScenarioFixture.System);

        var create = () => Scaffold.Create(Order(fixture.PathOf("scenarios"), ScenarioTemplate.Gate));

        create.Should().Throw<ScaffoldRefusedException>().WithMessage("there are several systems; name one with '--system': *'scenarios/systems/shop.system.yaml'*");
        Scaffold.Create(Order(fixture.PathOf("scenarios"), ScenarioTemplate.Gate) with { System = fixture.PathOf(ScenarioFixture.SystemFile) })[0].Text
            .Should().Contain("system: systems/shop.system.yaml");
    }

    [Test]
    public void Report_becomes_this_scenario()
    {
        var timeline = TimelineReader.Read(TimelineReaderTests.Report + "\n2:30PM\tEverybody goes home\n");

        var files = Scaffold.Create(Order(Path.Combine(Checkout.Root, "scenarios", "incident"), ScenarioTemplate.Incident) with { Reported = (timeline, "report.md") });

        files.Should().ContainSingle("the schema lies in the repository");
        GoldenFile.Verify(files[0].Text, "Scaffolding/incident.txt");
    }

    [Test]
    public void Gate_of_the_sample_system_reads_like_this() =>
        GoldenFile.Verify(Scaffold.Create(Order(Path.Combine(Checkout.Root, "scenarios", "upgrades"), ScenarioTemplate.Gate))[0].Text, "Scaffolding/gate.txt");

    [Test]
    public void Stretch_that_the_report_does_not_divide_belongs_to_the_step_at_its_end()
    {
        var runbook = Runbook("10:00, release goes out\n10:03, errors\n10:07, acknowledged\n10:09, rolled back all\n10:10, service restored\n");

        runbook.Should().Contain("acknowledge: { after: 4 min }").And.Contain("decide: {}")
            .And.Contain("roll-back: { takes: 2 min }   # rolled back all").And.Contain("restart: { takes: 1 min }   # service restored");
    }

    [Test]
    public void Timeline_over_midnight_is_valid_and_loses_no_row()
    {
        var text = Runbook("23:58, release goes out\n00:03, outage\n00:09, acknowledged\n00:15, rollback complete\n00:20, restored\n");

        text.Should().Contain("at: \"24:03\"").And.Contain("acknowledge: { after: 6 min }").And.Contain("{ at: \"24:20\", what: traffic-restored }");
    }

    [Test]
    public void Timeline_without_a_failure_is_refused()
    {
        using var fixture = new ScenarioFixture();
        var order = Order(fixture.PathOf("scenarios"), ScenarioTemplate.Incident) with { Reported = (TimelineReader.Read("14:00, acknowledged\n"), "a.csv") };

        var create = () => Scaffold.Create(order);

        create.Should().Throw<ScaffoldRefusedException>().WithMessage("no row of the timeline tells of an upgrade or an outage;*");
    }

    /// <summary>The scenario that is made of the table, which must be valid.</summary>
    private static string Runbook(string table)
    {
        using var fixture = new ScenarioFixture();
        var order = Order(fixture.PathOf("scenarios"), ScenarioTemplate.Incident) with { Reported = (TimelineReader.Read(table), "a.csv") };
        var files = Scaffold.Create(order);
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
            File.WriteAllText(file.Path, file.Text);
        }

        Plan(files[0].Path);
        return files[0].Text;
    }

    private static ScaffoldOrder Order(string folder, ScenarioTemplate template) =>
        new() { Name = "fresh", Folder = folder, Template = template, System = null, Reported = null };

    private static ScenarioPlan Plan(string file)
    {
        var loaded = PlanLoader.Load(file, ScenarioInputs.None);
        FindingRenderer.Render(loaded.Findings).Should().BeEmpty();
        return loaded.Plan!;
    }
}
