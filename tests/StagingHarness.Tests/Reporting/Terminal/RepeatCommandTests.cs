using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Reporting.Terminal;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Reporting.Terminal;

public sealed class RepeatCommandTests
{
    [Test]
    public void Command_holds_file_overrides_and_seed() =>
        RepeatCommand.Of(IncidentPlans.Gate(IncidentPlans.Incompatible), "docker").Should().Be(
            "stage run scenarios/upgrades/gate.scenario.yaml --set upgrade.to.release=2.0 --set upgrade.to.platform=1 --set seed=20230513 --engine docker");

    [Test]
    public void Seed_that_was_given_is_not_given_twice() =>
        RepeatCommand.Of(IncidentPlans.Replay() with { Overrides = ["seed=7"], Seed = 7 }, "docker")
            .Should().Be("stage run scenarios/incident/2023-05-13.scenario.yaml --set seed=7 --engine docker");

    [Test]
    public void Value_that_a_shell_would_take_apart_is_quoted() =>
        RepeatCommand.Of(IncidentPlans.Replay() with { Overrides = ["title=it's a test"], File = "my scenarios/a.yaml" }, "docker")
            .Should().Be("stage run 'my scenarios/a.yaml' --set 'title=it'\\''s a test' --set seed=20230513 --engine docker");

    [Test]
    public void Scenario_in_code_is_run_again_by_the_code_that_holds_it() =>
        RepeatCommand.Of(IncidentPlans.Gate(IncidentPlans.Incompatible) with { File = "tests/Upgrades.cs" }, "docker").Should().Be(
            "call what rehearses 'gate' in tests/Upgrades.cs, with upgrade.to.release=2.0, upgrade.to.platform=1, seed=20230513, on engine 'docker'");
}
