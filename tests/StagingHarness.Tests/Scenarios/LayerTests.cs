using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios;

/// <summary>What a scenario builds on, its variables, and files laid over it.</summary>
public sealed class LayerTests
{
    private const string Variables = "variables:\n  candidate: { type: version, default: \"2.0\" }\n  what: { default: shop }\n";

    [Test]
    public void Scenario_merges_mappings_and_replaces_lists_of_its_base()
    {
        using var fixture = new ScenarioFixture();
        LayerMistakes.BuildOn(fixture, """
            scenario: shop-with-two
            extends: base.scenario.yaml
            stage: { portal: { instances: 2 } }
            traffic:
              requests: [GET /api/orders]
            """);

        var plan = Plan(fixture.Load());

        plan.Name.Should().Be("shop-with-two");
        plan.Title.Should().Be("The shop is upgraded");
        plan.Stage.Single().Should().Be(new ServicePlacementPlan { Service = "portal", Instances = 2, Version = new ServerVersion("1.0", "1") });
        plan.Traffic.Requests.Should().Equal(new RequestPlan(0, "GET", "/api/orders"));
        plan.Traffic.Timeout.Should().Be(TimeSpan.FromSeconds(3));
        plan.File.Should().Be(ScenarioFixture.ScenarioFile);
        plan.Expectations.Should().OnlyContain(expectation => expectation.Place.File == "scenarios/base.scenario.yaml", "that is where they are written");
    }

    [Test]
    public void Path_in_a_base_counts_from_the_base()
    {
        using var fixture = new ScenarioFixture();
        fixture.Write("scenarios/shared/all.base.yaml", ScenarioFixture.Scenario.Replace("systems/shop", "../systems/shop", StringComparison.Ordinal).Replace("scenario: shop-upgrade\n", "", StringComparison.Ordinal));
        fixture.Write(ScenarioFixture.ScenarioFile, "scenario: other\nextends: shared/all.base.yaml\n");

        Plan(fixture.Load()).System.File.Should().Be(ScenarioFixture.SystemFile);
    }

    [Test]
    public void Variable_has_its_default_unless_environment_or_option_give_it_a_value()
    {
        using var fixture = WithVariables();
        var none = ScenarioInputs.None;
        var environment = none with { Environment = name => name == "STAGE_VAR_CANDIDATE" ? "1.0" : null };

        Candidate(fixture, none).Should().Be(new VariablePlan("candidate", "2.0", IsGiven: false));
        fixture.Load(environment).Findings.Select(finding => finding.Code.Id).Should().Contain("SH0050", "release 1.0 runs already");
        Candidate(fixture, environment with { Variables = ["candidate=2.0"] }).Should().Be(new VariablePlan("candidate", "2.0", IsGiven: true));
    }

    [Test]
    public void Variable_stands_in_the_middle_of_a_text_and_can_be_escaped()
    {
        using var fixture = WithVariables();

        Plan(fixture.Load(ScenarioInputs.None with { Variables = ["what=house"] })).Title.Should().Be("The house is upgraded to 2.0, ${plainly}");
    }

    [Test]
    public void Value_of_a_variable_is_never_read_as_nothing()
    {
        using var fixture = WithVariables();

        Plan(fixture.Load(ScenarioInputs.None with { Variables = ["what=null"] })).Title.Should().StartWith("The null is");
    }

    [Test]
    public void File_is_laid_over_the_scenario_below_single_overrides()
    {
        using var fixture = new ScenarioFixture();
        fixture.Write("fast.yaml", "traffic: { rate: 50/s, requests: [GET /fast] }\nseed: 5\n");
        fixture.Write("slow.json", "{ \"traffic\": { \"rate\": \"20/s\" } }\n");
        var files = ScenarioInputs.None with { OverrideFiles = [fixture.PathOf("fast.yaml"), fixture.PathOf("slow.json")], Overrides = ["seed=6"] };

        var plan = Plan(fixture.Load(files));

        (plan.Traffic.RatePerSecond, plan.Traffic.Requests.Single().Path, plan.Seed).Should().Be((20, "/fast", 6));
        plan.OverrideFiles.Should().Equal(files.OverrideFiles);
    }

    private static ScenarioFixture WithVariables()
    {
        var fixture = new ScenarioFixture();
        fixture.Replace(ScenarioFixture.ScenarioFile, "to: { release: \"2.0\" }", "to: { release: \"${candidate}\" }");
        fixture.Replace(ScenarioFixture.ScenarioFile, "title: The shop is upgraded\n", "title: The ${what} is upgraded to ${candidate}, $${plainly}\n" + Variables);
        return fixture;
    }

    private static VariablePlan Candidate(ScenarioFixture fixture, ScenarioInputs inputs) =>
        Plan(fixture.Load(inputs)).Variables.Single(variable => variable.Name == "candidate");

    private static ScenarioPlan Plan(LoadResult result)
    {
        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        return result.Plan!;
    }
}
