using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Expectations;

public sealed class HealthEvaluatorTests
{
    [Test]
    public void Green_health_is_met()
    {
        var result = Evaluate(Incident());

        result.Standing.Should().Be(Standing.Met);
        result.Wanted.Should().Be("100 % of the health checks answered 200");
        result.Got.Should().Be("96 of 96 (100 %)");
        result.Samples.PerInstance.Should().HaveCount(4).And.ContainValue(24);
    }

    [Test]
    public void One_red_check_is_not_met()
    {
        var red = Incident().Change<HealthObserved>(reading =>
            reading is { Instance: "portal-2" } && reading.At == TimeSpan.FromSeconds(10) ? reading with { Status = null } : reading);

        var result = Evaluate(red);

        result.Standing.Should().Be(Standing.NotMet);
        result.Got.Should().Be("95 of 96 (98.96 %); all health checks: 200 x 95, no answer x 1");
    }

    [Test]
    public void Instance_that_was_never_asked_is_inconclusive()
    {
        var result = Evaluate(Incident().Without(happened => happened is HealthObserved { Instance: "portal-4" }));

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("at least 5 health checks needed of each instance, but 'portal-4' had 0");
    }

    [Test]
    public void No_checks_are_inconclusive()
    {
        var result = Evaluate(Incident().Without(happened => happened is HealthObserved));

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("0 health checks of at least 20 needed");
    }

    [Test]
    public void Check_belongs_to_the_phase_in_which_it_was_asked()
    {
        // Answered 2 ms into the phase, asked 3 s before it.
        var slow = Incident().With(new HealthObserved
        {
            At = TimeSpan.FromMilliseconds(9_052),
            Instance = "portal-1",
            Status = null,
            Latency = TimeSpan.FromSeconds(3),
        });

        Evaluate(slow).Standing.Should().Be(Standing.Met);
    }

    [Test]
    public void Service_without_a_health_check_is_not_missed()
    {
        var plan = IncidentPlans.Replay();
        var database = plan.System.Services[0] with { Name = "database", Health = null };
        var withDatabase = plan with
        {
            System = plan.System with { Services = plan.System.Services.Add(database) },
            Stage = plan.Stage.Add(new ServicePlacementPlan { Service = "database", Instances = 1, Version = new("15", ServerVersion.NoPlatform) }),
        };

        var result = Evaluate(IncidentRun.Record(withDatabase));

        result.Samples.PerInstance.Should().HaveCount(4).And.NotContainKey("database-1");
        result.Standing.Should().Be(Standing.Met);
    }

    private static RunRecord Incident() => IncidentRun.Record(IncidentPlans.Replay());

    private static ExpectationResult Evaluate(RunRecord record) =>
        ExpectationCheck.One(IncidentPlans.Replay().Expectations.OfType<HealthExpectationPlan>().Single(), RunAnalysis.Of(record));
}
