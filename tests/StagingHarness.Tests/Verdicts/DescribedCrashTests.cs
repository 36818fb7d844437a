using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Verdicts;

/// <summary>A candidate that does not come up: what was to be shown where a reproducing scenario describes it, and a failure everywhere else.</summary>
public sealed class DescribedCrashTests
{
    private static InstanceExpectationPlan Crash => ExpectationPlans.Instance() with
    {
        Number = "E1",
        Name = "The release does not come up",
        State = InstanceState.Crashed,
        Phases = [],
        Service = null,
        Instance = null,
        Quantifier = new TimesQuantifier(1, null),
        Samples = new SampleMinimum(1, 0),
        ReportOnly = false,
        EachInstance = false,
    };

    [Test]
    public void Crash_that_is_described_is_reproduced()
    {
        var verdict = Judge.Assess(CrashRun.Record(Reproducing(Crash)));

        verdict.Requirements.Where(requirement => requirement.Standing != Standing.Met).Should().BeEmpty();
        verdict.Expectations.Should().OnlyContain(expectation => expectation.Standing == Standing.Met);
        verdict.Headline.Should().Be("REPRODUCED");
        verdict.ExitCode.Should().Be(0);
        verdict.Requirements.Select(requirement => requirement.Evidence).Should()
            .Contain("4 steps with a receipt; step [4] failed with the start-up crash that E1 describes: 'portal-2' ended with exit code 134 before it was ready.")
            .And.Contain("step [4] shows the crash that E1 describes")
            .And.Contain("the scenario ends with the crash of step [4] that E1 describes");
    }

    [Test]
    public void Crash_of_a_phase_is_described_by_its_phase() =>
        Judge.Assess(CrashRun.Record(Reproducing(Crash with { Phases = ["staging"] }))).Headline.Should().Be("REPRODUCED");

    [Test]
    public void Candidate_that_is_only_slow_is_no_crash()
    {
        var slow = CrashRun.Record(Reproducing(Crash)).Change<StepFailed>(failed =>
            failed with { Kind = StepFailureKind.NotStarted, Reason = "'portal-2' was not ready within 30 s." });

        Judge.Assess(slow).Headline.Should().Be("NOT REPRODUCED");
    }

    [Test]
    public void Version_that_these_servers_served_before_is_no_candidate()
    {
        var plan = Reproducing(Crash);
        var step = plan.Steps.OfType<StageVersionStepPlan>().Single();
        var record = CrashRun.Record(plan);
        var before = record.Events.OfType<InstanceAttested>().First();

        var returned = step.Servers.Aggregate(record, (run, server) => run.With(before with { Step = "2", Instance = server, Version = step.Version }));

        Judge.Assess(returned).Headline.Should().Be("NOT REPRODUCED");
    }

    [Test]
    public void Candidate_that_does_not_come_up_is_not_safe()
    {
        var verdict = Judge.Assess(CrashRun.Record(IncidentPlans.Gate(IncidentPlans.Incompatible)));

        verdict.Headline.Should().Be("NOT SAFE");
        verdict.ExitCode.Should().Be(1);
        verdict.Sentence.Should().StartWith("Not met: 'every step has a receipt'; step [4] failed with a start-up crash: 'portal-2' ended with exit code 134");
    }

    [Test]
    public void Crash_that_only_a_protecting_scenario_expects_is_not_safe() =>
        Judge.Assess(CrashRun.Record(IncidentPlans.Gate(IncidentPlans.Incompatible) with { Expectations = [Crash] })).Headline.Should().Be("NOT SAFE");

    private static IEnumerable<TestCaseData> Others =>
    [
        new TestCaseData(Crash with { Quantifier = new TimesQuantifier(0, 5) }).SetArgDisplayNames("asks for none"),
        new TestCaseData(Crash with { Service = "worker" }).SetArgDisplayNames("of another service"),
        new TestCaseData(Crash with { Instance = "portal-2" }).SetArgDisplayNames("of an instance that never ran"),
        new TestCaseData(Crash with { Phases = ["baseline"] }).SetArgDisplayNames("in another phase"),
        new TestCaseData(Crash with { ReportOnly = true }).SetArgDisplayNames("that only reports"),
    ];

    [TestCaseSource(nameof(Others))]
    public void Crash_that_nothing_describes_reproduces_nothing(InstanceExpectationPlan other) =>
        Judge.Assess(CrashRun.Record(Reproducing(other))).Headline.Should().Be("NOT REPRODUCED");

    [Test]
    public void Old_version_that_does_not_come_up_again_is_no_candidate()
    {
        var plan = Reproducing(Crash);

        var verdict = Judge.Assess(CrashRun.Record(plan with { Stage = [plan.Stage[0] with { Version = IncidentPlans.Incompatible }] }));

        verdict.Headline.Should().Be("NOT REPRODUCED");
    }

    [TestCase(StepFailureKind.NoEffect, "INCONCLUSIVE")]
    [TestCase(StepFailureKind.Environment, "ENVIRONMENT FAILED")]
    public void Step_that_failed_for_another_reason_shows_no_crash(StepFailureKind kind, string headline)
    {
        var record = CrashRun.Record(Reproducing(Crash)).Change<StepFailed>(failed => failed with { Kind = kind });

        Judge.Assess(record).Headline.Should().Be(headline);
    }

    [Test]
    public void Second_failure_beside_the_described_one_counts()
    {
        var record = CrashRun.Record(Reproducing(Crash)).Change<StepCompleted>(completed => completed.Step == "2"
            ? completed with { Receipt = "" }
            : completed);

        Judge.Assess(record).Headline.Should().Be("INCONCLUSIVE");
    }

    private static ScenarioPlan Reproducing(InstanceExpectationPlan crash) => IncidentPlans.Replay() with { Expectations = [crash] };
}
