using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Plans.Systems.Attestation;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Stages;

/// <summary>A configuration goes the way of a release: placed, started, stamped, and brought back.</summary>
public sealed class ConfigurationTests
{
    private static readonly ServerVersion Lax = PlanBuilder.Old with { Configuration = "lax" };
    private static readonly ServerVersion Strict = PlanBuilder.Old with { Configuration = "strict" };

    [Test]
    public void Upgrade_of_the_configuration_alone_starts_servers_with_what_it_lays_over_their_own()
    {
        using var folder = new TemporaryFolder();
        using var stage = Stage(folder);

        var record = stage.Run(Plan(StageStep(), ActivateStep()));

        var order = stage.Engine.Latest("portal-2").Order;
        order.Environment.Should().Contain("CHECK", "all").And.ContainKey("KEEP");
        order.Files.Select(file => file.Source).Should().Equal("rules.txt");
        record.All<RoutesChanged>().Last().Targets.Select(target => target.Configuration).Should().Equal("strict", "strict");
        record.All<InstanceAttested>().Where(attested => attested.Step == "4").Select(attested => attested.Version).Distinct().Should().Equal(Strict);
        record.LinesOf("5").Should().EndWith("5 StepCompleted the gateway leads to 2 servers that attest release 1.0 on platform 1 in configuration strict; the old instances are stopped");
    }

    [Test]
    public void Placed_configuration_is_told_by_a_digest_that_holds_no_secret_and_follows_its_files()
    {
        using var folder = new TemporaryFolder();
        using var first = Stage(folder);
        var before = Settings(first.Run(Plan(StageStep())));
        File.WriteAllText(Path.Combine(folder.Path, "rules.txt"), "others\n");
        using var second = Stage(folder, write: false);

        var after = Settings(second.Run(Plan(StageStep())));

        before["lax"].Should().StartWith("sha256:").And.Be(after["lax"], "every run has another secret, and none of them is in it");
        before["strict"].Should().NotBe(before["lax"]).And.NotBe(after["strict"]);
    }

    [Test]
    public void Server_that_attests_another_configuration_has_not_taken_it()
    {
        using var folder = new TemporaryFolder();
        using var stage = Stage(folder);
        stage.Engine.Runs = (order, placed) => order.Generation == 2 ? placed with { Configuration = "lax" } : placed;
        var plan = Plan(StageStep());

        var record = stage.Run(plan with { System = Attesting(plan.System) });

        record.LinesOf("4").Should().Contain(line => line.StartsWith("4 StepFailed NoEffect: Instance 'portal-", StringComparison.Ordinal)
            && line.EndsWith("attests release 1.0 on platform 1 in configuration lax, and release 1.0 on platform 1 in configuration strict was wanted.", StringComparison.Ordinal));
    }

    [Test]
    public void File_that_is_not_there_is_trouble_of_the_environment()
    {
        using var folder = new TemporaryFolder();
        using var stage = Stage(folder, write: false);

        var record = stage.Run(Plan(StageStep()));

        record.LinesOf("4").Should().Contain(line => line.StartsWith("4 StepFailed Environment: File 'rules.txt' of a configuration cannot be read: ", StringComparison.Ordinal));
    }

    private static FakeStage Stage(TemporaryFolder folder, bool write = true)
    {
        if (write)
        {
            File.WriteAllText(Path.Combine(folder.Path, "rules.txt"), "all\n");
        }

        return new FakeStage { ScenarioRoot = folder.Path };
    }

    private static ImmutableDictionary<string, string?> Settings(RunRecord record) => record.All<VersionPlaced>()
        .GroupBy(placed => placed.Version.Configuration!)
        .ToImmutableDictionary(same => same.Key, same => same.Select(placed => placed.Settings).Distinct().Single());

    private static ScenarioPlan Plan(params ImmutableArray<StepPlan> steps)
    {
        var plan = FaultPlans.Build(steps);
        var end = plan.EndState.WithoutPage.ToImmutableSortedDictionary(server => server.Key, _ => steps.OfType<ActivateStepPlan>().Any() ? Strict : Lax);
        return plan with
        {
            System = plan.System with { Services = [.. plan.System.Services.Select(Configured)] },
            Stage = [.. plan.Stage.Select(placement => placement with { Version = Lax })],
            EndState = new EndStatePlan { WithoutPage = end, AfterRunbook = end },
        };
    }

    private static ServicePlan Configured(ServicePlan service) => service with
    {
        Launch = service.Launch with
        {
            Environment = service.Launch.Environment.SetItem("CHECK", "nothing").SetItem("KEEP", "{credentials.api-key}"),
            Files = [],
        },
        Configurations = ImmutableSortedDictionary<string, ConfigurationPlan>.Empty
            .Add("lax", new ConfigurationPlan { Environment = ImmutableSortedDictionary<string, string>.Empty, Files = [] })
            .Add("strict", new ConfigurationPlan
            {
                Environment = ImmutableSortedDictionary<string, string>.Empty.Add("CHECK", "all"),
                Files = [new LaunchFilePlan("rules", "rules.txt", "/etc/rules.txt")],
            }),
    };

    private static SystemPlan Attesting(SystemPlan system) => system with
    {
        Services = [.. system.Services.Select(service => service with
        {
            Attestation = (JsonAttestationPlan)service.Attestation with { ConfigurationPointer = "/configuration" },
        })],
    };

    private static StageVersionStepPlan StageStep() => (StageVersionStepPlan)PlanBuilder.IncidentSteps[3] with { Start = new StepStart.AfterPrevious(), Version = Strict };

    private static ActivateStepPlan ActivateStep() => (ActivateStepPlan)PlanBuilder.IncidentSteps[4] with { Start = new StepStart.AfterPrevious(), Version = Strict };
}
