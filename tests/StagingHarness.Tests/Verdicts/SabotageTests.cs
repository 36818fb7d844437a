using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Verdicts;

/// <summary>Whatever is taken away from a run that passes, it does not pass any more.</summary>
public sealed class SabotageTests
{
    [TestCaseSource(nameof(Sabotages))]
    public void Sabotaged_replay_does_not_pass(Func<RunRecord, RunRecord> sabotage, Outcome expected)
    {
        Judge.Assess(sabotage(PassingReplay())).Outcome.Should().Be(expected);
    }

    [Test]
    public void Journal_cut_anywhere_does_not_pass()
    {
        var replay = PassingReplay();

        // Every eleventh place, and each of the last twenty: the closing steps are where a cut could slip through.
        for (var kept = 1; kept < replay.Events.Length; kept += kept > replay.Events.Length - 20 ? 1 : 11)
        {
            Judge.Assess(replay.CutTo(kept)).Outcome.Should().NotBe(Outcome.Passed, "only {0} events are left", kept);
        }
    }

    [Test]
    public void Journal_without_any_one_event_that_proves_something_does_not_pass()
    {
        var replay = PassingReplay();
        var proofs = replay.Events.Where(happened => happened
            is StepStarted or StepCompleted or InstanceStarted { Service: not null } or InstanceAttested or RoutesChanged or StampSeen or TrafficStarted or TrafficEnded
            or DetectionFired or PageSent or PageAcknowledged or ProviderRead or RunEnded);

        // What is said twice may be missing once: servers attest before and after the hand-over, and leave the gateway to be stopped.
        foreach (var proof in proofs.Where(proof =>
                     proof is not InstanceAttested { Step: "5" } and not RoutesChanged { Step: "1" } and not RoutesChanged { Targets.IsEmpty: true }))
        {
            var verdict = Judge.Assess(replay.Without(happened => happened.Sequence == proof.Sequence));

            verdict.Outcome.Should().NotBe(Outcome.Passed, "the journal lacks {0}", proof);
        }
    }

    /// <summary>Without logs: they decide nothing, and take long to read hundreds of times.</summary>
    private static RunRecord PassingReplay()
    {
        var replay = IncidentRun.Record(IncidentPlans.Replay()) with { Logs = [] };
        Judge.Assess(replay).Outcome.Should().Be(Outcome.Passed, "the sabotage must be what changes the verdict");
        return replay;
    }

    private static IEnumerable<TestCaseData> Sabotages()
    {
        yield return Case("upgrade works", _ => CalmRun.Record(IncidentPlans.Replay()), Outcome.Failed);
        yield return Case("upgrade does nothing", NothingUpgraded, Outcome.Failed);
        yield return Case("few samples", record => record.WithSamples([.. record.Samples.Where(sample => sample.Sequence % 4 == 0)]), Outcome.Inconclusive);
        yield return Case("no samples", record => record.WithSamples([]), Outcome.Inconclusive);
        yield return Case("altered sample file", record => record with { SamplesSha256 = SampleSeries.Sha256(record.Samples[1..]) }, Outcome.Inconclusive);
        yield return Case("one server spared", SparedServer, Outcome.Failed);
        yield return Case("gateway answers 500 instead of the app", ByGateway, Outcome.Failed);
        yield return Case("health red", record => record.Change<HealthObserved>(reading => reading with { Status = 503 }), Outcome.Failed);
        yield return Case("call unknown to the provider", record => record.Change<ProviderRead>(read => read with { UnmatchedCount = 1, Unmatched = ["GET /x"] }), Outcome.Inconclusive);
        yield return Case("generator dropped", record => record.Change<TrafficEnded>(ended => ended with { Dropped = 30, Scheduled = ended.Scheduled + 30 }), Outcome.Inconclusive);
        yield return Case("wrong end state", record => record.Change<InstanceAttested>(attested => attested.Step == "C1" ? attested with { Version = IncidentPlans.Compatible } : attested), Outcome.Failed);
        yield return Case("late recovery", record => record.Answering((due, _) => due is >= IncidentRun.Returned and < 20_000 ? SampleAnswer.Gateway(502) : null), Outcome.Failed);
        yield return Case("late page", record => record.Change<PageSent>(page => page with { At = TimeSpan.FromSeconds(12) }), Outcome.Failed);
        yield return Case("something left behind", record => record.Change<RunEnded>(ended => ended with { LeftBehind = ["process 4711"] }), Outcome.Inconclusive);
        yield return Case("damaged journal", record => record with { JournalDamage = "the last line is cut off" }, Outcome.Inconclusive);
        yield return Case("dead traffic", record => record.Answering((_, _) => SampleAnswer.Nobody(Failure.ConnectFailed)), Outcome.Inconclusive);
    }

    private static TestCaseData Case(string name, Func<RunRecord, RunRecord> sabotage, Outcome expected) =>
        new TestCaseData(sabotage, expected).SetArgDisplayNames(name);

    /// <summary>The steps claim what they should, but the old version went on serving.</summary>
    private static RunRecord NothingUpgraded(RunRecord record) => record
        .Answering((due, sample) => due is >= IncidentRun.HandedOver and < IncidentRun.TakenOut ? SampleAnswer.App(200, sample.Stamp - 4) : null)
        .Change<InstanceAttested>(attested => attested with { Version = IncidentPlans.Old });

    private static RunRecord SparedServer(RunRecord record) =>
        record.Answering((due, sample) => due < IncidentRun.TakenOut && sample.Stamp == 7 ? SampleAnswer.App(200, 7) : null);

    private static RunRecord ByGateway(RunRecord record) =>
        record.Answering((due, sample) => sample.Status == 500 ? SampleAnswer.Gateway(500) : null);
}
