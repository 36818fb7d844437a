using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts.Requirements;

namespace StagingHarness.Tests.Verdicts.Requirements;

/// <summary>Deaths, alarms while protected, and whether anything was asked for at all.</summary>
public sealed class BehaviourRequirementsTests
{
    [Test]
    public void Run_without_deaths_is_met() => Check<SurvivalRequirement>(RequirementOf.Incident()).Should().Be((Standing.Met, "none did"));

    [Test]
    public void Server_that_dies_is_not_met_when_protecting() =>
        Check<SurvivalRequirement>(RequirementOf.Calm().With(Death("portal-2")))
            .Should().Be((Standing.NotMet, "'portal-2' died with exit code 134; its last line: Aborted"));

    [Test]
    public void Server_that_dies_is_inconclusive_when_reproducing() =>
        Check<SurvivalRequirement>(RequirementOf.Incident().With(Death("portal-2")))
            .Should().Be((Standing.Inconclusive,
                "'portal-2' died with exit code 134; its last line: Aborted; the described failure is another one"));

    [TestCase("portal-2", Standing.Met)]
    [TestCase("portal-1", Standing.Inconclusive)]
    public void Only_the_death_that_is_described_is_expected(string second, Standing expected)
    {
        var crash = ExpectationPlans.Instance() with
        {
            Number = "E9",
            State = InstanceState.Crashed,
            Phases = [],
            Service = null,
            Instance = "portal-2",
            Quantifier = new TimesQuantifier(1, null),
            Samples = new SampleMinimum(1, 0),
            ReportOnly = false,
            EachInstance = false,
        };
        var record = RequirementOf.Incident().WithPlan(plan => plan with { Expectations = [.. plan.Expectations, crash] }).With(Death("portal-2"));

        Check<SurvivalRequirement>(record).Evidence.Should().EndWith("E9 describes it");
        Check<SurvivalRequirement>(record.With(Death(second))).Standing.Should().Be(expected);
    }

    [Test]
    public void Member_of_the_stage_that_dies_is_inconclusive() =>
        Check<SurvivalRequirement>(RequirementOf.Calm().With(Death("gateway") with { ExitCode = null, LastOutput = [] }))
            .Should().Be((Standing.Inconclusive, "'gateway' died with an unknown exit code; it wrote nothing"));

    [Test]
    public void Silence_while_protected_is_met() =>
        Check<ProtectionRequirement>(RequirementOf.Calm()).Should().Be((Standing.Met, "none in the whole run"));

    [Test]
    public void Alarm_while_protected_is_not_met() =>
        Check<ProtectionRequirement>(IncidentRun.Record(IncidentPlans.Gate(IncidentPlans.Incompatible)))
            .Should().Be((Standing.NotMet, "detection fired at 14:00:05 (+9.09 s): 3 of 508 (0.59 %) answers were wrong; the first: GET /api/orders, app 500 by portal-2 (release 2.0 on platform 1)"));

    [Test]
    public void Page_while_protected_is_not_met() =>
        Check<ProtectionRequirement>(RequirementOf.Calm().With(new PageSent { At = TimeSpan.FromSeconds(12), Summary = "somebody is worried" }))
            .Should().Be((Standing.NotMet, "a page went out at 14:03:00 (+12 s): somebody is worried"));

    [Test]
    public void Wrong_answer_that_no_expectation_asks_about_is_not_met() =>
        Check<ProtectionRequirement>(RequirementOf.Calm()
                .WithPlan(plan => plan with { Expectations = [.. plan.Expectations.Where(expectation => expectation is not AnswersExpectationPlan)] })
                .Answering((due, _) => due == 3_000 ? SampleAnswer.Gateway(502) : null))
            .Should().Be((Standing.NotMet, "1 answer wrong in phases that no expectation asks about, first at 13:54:00 (+3 s)"));

    [Test]
    public void Runbook_that_ran_while_protected_is_not_met() =>
        Check<ProtectionRequirement>(RequirementOf.Calm()
                .Without(happened => happened.Step == "R3")
                .With(new StepStarted { At = TimeSpan.FromSeconds(12), Step = "R3", Sentence = "Roll back" }))
            .Should().Be((Standing.NotMet, "the runbook was needed: step [R3] began"));

    [Test]
    public void Alarm_before_the_protected_phase_is_met() =>
        Check<ProtectionRequirement>(ProtectedFrom("recovered")).Should().Be((Standing.Met, "none since phase 'recovered' began"));

    [Test]
    public void Protected_phase_that_never_began_is_inconclusive() =>
        Check<ProtectionRequirement>(ProtectedFrom("remedied"))
            .Should().Be((Standing.Inconclusive, "phase 'remedied', from which on nothing may break, never began"));

    [Test]
    public void Measured_expectations_are_met() =>
        Check<ExpectationsRequirement>(RequirementOf.Incident()).Should().Be((Standing.Met, "6 expectations, all measured"));

    [Test]
    public void Scenario_that_expects_nothing_is_inconclusive() =>
        Check<ExpectationsRequirement>(RequirementOf.Incident().WithPlan(plan => plan with { Expectations = [] }))
            .Should().Be((Standing.Inconclusive, "the scenario expects nothing"));

    [Test]
    public void Expectation_that_was_not_measured_is_inconclusive() =>
        Check<ExpectationsRequirement>(RequirementOf.Incident().Without(happened => happened is HealthObserved))
            .Should().Be((Standing.Inconclusive, "1 of 6 expectations could not be measured: E2"));

    [Test]
    public void Check_that_throws_is_inconclusive_and_says_what_it_threw()
    {
        var orphan = RequirementOf.Incident().WithPlan(plan => plan with
        {
            EndState = null!,
        });

        Check<EndStateRequirement>(orphan).Should().Be((Standing.Inconclusive,
            "the check threw 'NullReferenceException': Object reference not set to an instance of an object."));
    }

    private static RunRecord ProtectedFrom(string phase) =>
        IncidentRun.Record(IncidentPlans.Replay() with { Intent = Intent.Protect, ProtectFrom = phase });

    private static InstanceDied Death(string instance) => new()
    {
        At = TimeSpan.FromSeconds(10),
        Instance = instance,
        Generation = 2,
        ExitCode = 134,
        LastOutput = ["Unhandled exception.", "Aborted"],
    };

    private static (Standing Standing, string Evidence) Check<TRequirement>(RunRecord record)
        where TRequirement : Requirement, new()
    {
        var result = RequirementOf.Check<TRequirement>(record);
        return (result.Standing, result.Evidence);
    }
}
