using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts.Requirements;

namespace StagingHarness.Tests.Verdicts.Requirements;

/// <summary>A run that upgrades a service which the gateway does not lead to.</summary>
public sealed class UnroutedServiceTests
{
    [Test]
    public void Upgrade_that_the_servers_attest_is_visible() =>
        Check(Upgrade()).Should().Be((Standing.Met, "2 steps changed versions, and servers, routes and answers show it"));

    [Test]
    public void Server_that_was_not_started_in_the_activation_is_inconclusive() =>
        Check(Upgrade().Without(happened => happened is InstanceStarted { Instance: "db-1", Step: "5" }))
            .Should().Be((Standing.Inconclusive, "step [5] did not start 'db-1'"));

    [Test]
    public void Server_that_attests_another_version_is_inconclusive() =>
        Check(Upgrade().Change<InstanceAttested>(attested =>
                attested is { Instance: "db-1", Step: "5" } ? attested with { Version = DatabasePlans.Old } : attested))
            .Should().Be((Standing.Inconclusive, "in step [5] 'db-1' attested release 15, not release 16"));

    [Test]
    public void Server_that_nothing_was_placed_on_is_inconclusive() =>
        Check(Upgrade().Without(happened => happened is VersionPlaced { Instance: "db-1", Step: "4" }))
            .Should().Be((Standing.Inconclusive, "step [4] placed nothing on 'db-1', not release 16"));

    [Test]
    public void Phase_that_the_activation_begins_begins_with_its_end()
    {
        var record = Upgrade();

        RunAnalysis.Of(record).Timeline.Find("upgraded")!.From.Should().Be(record.Completion("5").At);
    }

    [Test]
    public void Health_samples_are_asked_only_of_servers_with_a_health_check()
    {
        var record = Upgrade().WithPlan(plan => plan with
        {
            Expectations =
            [
                new HealthExpectationPlan
                {
                    Number = "E1", Name = "Health is green", Place = IncidentPlans.Place(1), Phases = ["baseline"], Status = 200,
                    Quantifier = new AlwaysQuantifier(), Samples = new SampleMinimum(2, 1),
                },
            ],
        });

        var result = ExpectationCheck.All(RunAnalysis.Of(record)).Should().ContainSingle().Subject;

        result.Standing.Should().Be(Standing.Met);
        result.Samples.PerInstance.Keys.Should().Equal("portal-1", "portal-2");
    }

    private static (Standing, string) Check(RunRecord record)
    {
        var result = RequirementOf.Check<VisibleEffectRequirement>(record);
        return (result.Standing, result.Evidence);
    }

    private static RunRecord Upgrade()
    {
        using var stage = new FakeStage();
        var plan = new PlanBuilder()
            .WithService(DatabasePlans.Service(), 1, DatabasePlans.Old, DatabasePlans.New)
            .WithSteps([.. PlanBuilder.IncidentSteps[..3], .. DatabasePlans.Upgrade("db", DatabasePlans.New)])
            .WithRunbook()
            .Build();
        return stage.Run(plan);
    }
}
