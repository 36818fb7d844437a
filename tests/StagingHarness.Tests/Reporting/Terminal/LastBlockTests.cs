using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Reporting.Terminal;
using StagingHarness.TestKit.Golden;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Reporting.Terminal;

public sealed class LastBlockTests
{
    private const string Folder = ".stage/runs/20260513-135500-test-0001";

    [Test]
    public void Replay_that_is_reproduced_has_its_block() =>
        GoldenFile.Verify(Print(IncidentRun.Record(IncidentPlans.Replay())), "Reporting/last-block-reproduced.txt");

    [Test]
    public void Gate_that_is_not_safe_has_its_block() =>
        GoldenFile.Verify(
            Print(IncidentRun.Record(IncidentPlans.Gate(IncidentPlans.Incompatible))), "Reporting/last-block-not-safe.txt");

    [Test]
    public void Gate_that_is_safe_has_its_block() =>
        GoldenFile.Verify(Print(CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible))), "Reporting/last-block-safe.txt");

    [Test]
    public void Run_that_is_inconclusive_has_its_block()
    {
        var record = IncidentRun.Record(IncidentPlans.Replay() with { Reported = null })
            .Without(happened => happened is HealthObserved { Instance: "portal-4" })
            .Change<ProviderRead>(read => read with { UnmatchedCount = 2, Unmatched = ["GET /userinfo", "GET /userinfo"] });

        GoldenFile.Verify(Print(record), "Reporting/last-block-inconclusive.txt");
    }

    [Test]
    public void How_late_requests_left_is_no_result_of_a_run_that_broke_off()
    {
        var record = CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible));

        Print(record).Should().Contain("\nsent late     0.05 ms (p50)");
        Print(record.Change<RunEnded>(ended => ended with { Ending = RunEnding.Aborted, Cause = "The run was interrupted." }))
            .Should().StartWith("ABORTED").And.NotContain("sent late");
    }

    [Test]
    public void Rule_that_had_too_few_samples_throughout_is_told()
    {
        var ended = new AlertWatchEnded { At = TimeSpan.FromMilliseconds(9_800), Evaluations = 30, Until = TimeSpan.FromMilliseconds(9_750) };
        var blind = AlertedRun.Calm().WithPlan(plan => plan with { Alerting = plan.Alerting with { Rules = [AlertPlans.Wrong] } }).With(ended);

        Print(blind).Should().Contain("\nalerts        'errors' had too few samples at every evaluation, and could not fire\n");
        Print(AlertedRun.Calm()).Should().NotContain("\nalerts ");
    }

    [Test]
    public void Headline_is_painted_only_where_colour_is_allowed()
    {
        var record = CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible));

        LastBlock.Print(Judge.Assess(record), record, Folder, new TerminalStyle(Colour: true, Width: null))
            .Should().StartWith("\u001b[1;32mSAFE\u001b[0m  gate");
        Print(record).Should().StartWith("SAFE  gate").And.NotContain("\u001b");
    }

    [Test]
    public void Last_output_in_the_evidence_keeps_its_lines()
    {
        var record = CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible)).Change<StepCompleted>(completed => completed.Step == "4"
            ? new StepFailed { At = completed.At, Step = "4", Kind = StepFailureKind.StartUp, Reason = "portal-1 ended:\nline 1\nline 2" }
            : completed);

        Print(record).Should().Contain("     found    step [4] failed with a start-up crash: portal-1 ended:\n              line 1\n              line 2\n");
    }

    private static string Print(RunRecord record) => LastBlock.Print(Judge.Assess(record), record, Folder, TerminalStyle.Plain);
}
