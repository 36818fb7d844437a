using System.Collections.Immutable;
using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Plans.Systems.Credentials;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Golden;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios;

public sealed class ScenarioLoaderTests
{
    private static readonly JsonSerializerOptions Indented = new(PlanJson.Options) { WriteIndented = true };

    [Test]
    public void Valid_scenario_becomes_this_plan()
    {
        using var fixture = new ScenarioFixture();

        var result = fixture.Load();

        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        result.Name.Should().Be("shop-upgrade");
        result.RootDirectory.Should().Be(fixture.Root);
        GoldenFile.Verify(JsonSerializer.Serialize(result.Plan, Indented), "Scenarios/shop.plan.json");
    }

    [Test]
    public void Scenario_that_leaves_everything_out_gets_every_default()
    {
        using var fixture = new ScenarioFixture();
        fixture.Write(ScenarioFixture.ScenarioFile, """
            scenario: short
            title: As short as it gets
            intent: protect
            system: systems/shop.system.yaml
            stage: { worker: { instances: 1, release: 1.0, platform: 1 } }
            traffic: { service: worker, rate: 10/s, requests: [GET /] }
            steps: [ { restart: } ]
            expect:
              - { name: Right, phase: recovered, answers: { right: true }, share: 100 % }
              - { name: Silent, page: none }
            """);

        var result = fixture.Load();

        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        GoldenFile.Verify(JsonSerializer.Serialize(result.Plan, Indented), "Scenarios/short.plan.json");
    }

    [Test]
    public void Images_of_strangers_become_this_plan()
    {
        using var fixture = new ScenarioFixture();
        ImageSystem.Write(fixture);

        var result = fixture.Load();

        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        GoldenFile.Verify(JsonSerializer.Serialize(result.Plan, Indented), "Scenarios/images.plan.json");
    }

    [Test]
    public void Image_with_the_least_that_it_needs_gets_every_default()
    {
        using var fixture = new ScenarioFixture();
        ImageSystem.Write(fixture);
        fixture.Write(ScenarioFixture.SystemFile, """
            system: least
            services:
              web:
                releases: { "1.27": { image: nginx }, "1.28": { image: "nginx:1.28" } }
                start: { port: 80 }
                ready: { port: true }
                attest: { digest: true }
            """);
        fixture.Replace(ScenarioFixture.ScenarioFile, "  database: { instances: 1, release: \"15\" }\n", "");
        fixture.Replace(ScenarioFixture.ScenarioFile, "health: { status: 200 }", "answers: { status: 200 }");

        var result = fixture.Load();

        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        GoldenFile.Verify(JsonSerializer.Serialize(result.Plan!.System, Indented), "Scenarios/least.system.json");
    }

    [Test]
    public void Stage_is_given_the_time_that_services_take_which_start_one_after_the_other()
    {
        using var fixture = new ScenarioFixture();
        ImageSystem.Write(fixture);

        var start = fixture.Load().Plan!.Steps.OfType<StartStageStepPlan>().Single();

        start.Deadline.Should().Be(TimeSpan.FromSeconds(40 + 50 + 15), "the database has 40 s to be ready, then the web server has 50 s");
        start.Sentence.Should().Be("Start the gateway, database-1 with release 15 and web-1 to web-2 with release 1.27");
    }

    [Test]
    public void Secret_that_no_client_sends_needs_no_header()
    {
        using var fixture = new ScenarioFixture();
        fixture.Replace(ScenarioFixture.SystemFile, "credentials:\n", "credentials:\n  database: { generated: true }\n");

        var result = fixture.Load();

        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        result.Plan!.System.Credentials.OfType<GeneratedSecretPlan>().Single(secret => secret.Name == "database").Header.Should().BeNull();
    }

    [Test]
    public void Service_that_the_gateway_does_not_lead_to_is_upgraded_in_its_place()
    {
        using var fixture = new ScenarioFixture();
        ImageSystem.Write(fixture);
        fixture.Replace(ScenarioFixture.SystemFile, "      \"15\":\n", "      \"16\": { image: \"postgres:16\" }\n      \"15\":\n");
        fixture.Replace(ScenarioFixture.ScenarioFile, "  service: web\n  to: { release: \"1.28\" }", "  service: database\n  to: { release: \"16\" }");

        var plan = fixture.Load().Plan!;

        plan.Steps.OfType<VersionStepPlan>().Concat(plan.Runbook.OfType<VersionStepPlan>()).Select(step => step.Sentence).Should().Equal(
            "Stage release 16 on database-1, to start in place of release 15",
            "Activate release 16 on database-1, in place of release 15; 'upgraded' begins",
            "Roll back: place release 15 on database-1 again",
            "Restart database-1 with release 15; 'recovered' begins");
        plan.EndState.WithoutPage["web-1"].Should().Be(new ServerVersion("1.27", ServerVersion.NoPlatform));
    }

    [Test]
    public void Same_file_and_overrides_give_the_same_plan_byte_for_byte_wherever_it_lies()
    {
        using var here = new ScenarioFixture();
        using var there = new ScenarioFixture();

        var first = Json(here.Load("traffic.rate=50/s"));
        var second = Json(there.Load("traffic.rate=50/s"));

        first.Should().Be(second).And.NotContain(here.Root);
        first.Should().NotBe(Json(here.Load("traffic.rate=51/s")));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Plan_survives_its_journal(bool isOfImages)
    {
        using var fixture = new ScenarioFixture();
        if (isOfImages)
        {
            ImageSystem.Write(fixture);
        }

        var json = Json(fixture.Load());

        var read = JsonSerializer.Deserialize<ScenarioPlan>(json, PlanJson.Options);

        JsonSerializer.Serialize(read, PlanJson.Options).Should().Be(json);
    }

    [Test]
    public void Override_replaces_a_value_and_adds_one_that_is_not_written()
    {
        using var fixture = new ScenarioFixture();

        var plan = fixture.Load("upgrade.to.platform=2", "stage.portal.instances=2", "clock.minute=500ms", "seed=99").Plan;

        plan.Should().NotBeNull();
        plan!.Steps.OfType<ActivateStepPlan>().Single().Version.Should().Be(new ServerVersion("2.0", "2"));
        plan.Stage.Single().Instances.Should().Be(2);
        plan.Clock.Minute.Should().Be(TimeSpan.FromMilliseconds(500));
        plan.Seed.Should().Be(99);
        plan.Overrides.Should().Equal("upgrade.to.platform=2", "stage.portal.instances=2", "clock.minute=500ms", "seed=99");
    }

    [Test]
    public void Override_adds_a_section_that_is_not_written()
    {
        using var fixture = new ScenarioFixture();
        fixture.Replace(ScenarioFixture.ScenarioFile, "verify: { samples: 120, for: 2s }\n", "");

        fixture.Load("verify.for=3s").Plan!.Closing.OfType<VerifyStepPlan>().Single().Window.Should().Be(TimeSpan.FromSeconds(3));
    }

    [Test]
    public void Mistakes_in_both_files_and_in_an_override_are_told_in_one_pass()
    {
        using var fixture = new ScenarioFixture();
        fixture.Replace(ScenarioFixture.ScenarioFile, "  connections: 32", "  conections: 32");
        fixture.Replace(ScenarioFixture.ScenarioFile, "rate: 100/s", "rate: 100");
        fixture.Replace(ScenarioFixture.ScenarioFile, "[upgraded, recovered]", "[upgraded, launch]");
        fixture.Replace(ScenarioFixture.SystemFile, "shop/Release2.csproj", "shop/Release3.csproj");

        var result = fixture.Load("seed=x", "clok.minute=1s");

        result.Plan.Should().BeNull();
        result.Name.Should().Be("shop-upgrade");
        result.Findings.Select(finding => (finding.Code.Id, finding.File)).Should().Equal(
            ("SH0021", ScenarioFixture.ScenarioFile),
            ("SH0012", ScenarioFixture.ScenarioFile),
            ("SH0062", ScenarioFixture.ScenarioFile),
            ("SH0035", ScenarioFixture.SystemFile),
            ("SH0020", "--set seed=x"),
            ("SH0082", "--set clok.minute=1s"));
    }

    [Test]
    public void Name_of_an_unreadable_scenario_is_null()
    {
        using var fixture = new ScenarioFixture();
        fixture.Write(ScenarioFixture.ScenarioFile, "scenario: [");

        fixture.Load().Name.Should().BeNull();
    }

    [Test]
    public void Root_is_the_files_own_folder_where_nothing_above_marks_one()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "a.scenario.yaml");
        File.WriteAllText(file, "scenario: a\n");

        var result = ScenarioLoader.Load(file, []);

        result.RootDirectory.Should().Be(folder.Path);
        result.Name.Should().Be("a");
    }

    [Test]
    public void Line_ends_and_byte_order_mark_change_nothing()
    {
        using var fixture = new ScenarioFixture();
        var plan = Json(fixture.Load());

        fixture.Write(ScenarioFixture.ScenarioFile, "\uFEFF" + ScenarioFixture.Scenario.Replace("\n", "\r\n", StringComparison.Ordinal));

        Json(fixture.Load()).Should().Be(plan);
    }

    [Test]
    public void Every_kind_of_expectation_becomes_a_plan()
    {
        using var fixture = new ScenarioFixture();

        var result = fixture.LoadWith(ScenarioFixture.ScenarioFile, ExpectationScenario.Text);

        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        var json = JsonSerializer.Serialize(result.Plan!.Expectations, Indented);
        GoldenFile.Verify(json, "Scenarios/expectations.plan.json");
        JsonSerializer.Serialize(JsonSerializer.Deserialize<ImmutableArray<ExpectationPlan>>(json, Indented), Indented).Should().Be(json);
    }

    private static string Json(LoadResult result) => JsonSerializer.Serialize(result.Plan, PlanJson.Options);
}
