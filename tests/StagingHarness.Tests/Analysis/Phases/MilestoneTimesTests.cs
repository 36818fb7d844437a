using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Phases;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Phases;

public sealed class MilestoneTimesTests
{
    [TestCase(Milestone.UpgradeStarted, 4_000)]
    [TestCase(Milestone.Activated, 9_050)]
    [TestCase(Milestone.OutageStarted, 9_050)]
    [TestCase(Milestone.Paged, 9_085)]
    [TestCase(Milestone.Acknowledged, 14_085)]
    [TestCase(Milestone.RollbackStarted, 15_088)]
    [TestCase(Milestone.RolledBack, 17_088)]
    [TestCase(Milestone.RestartStarted, 17_089)]
    [TestCase(Milestone.TrafficRestored, 19_090)]
    public void Milestone_of_the_incident_has_its_time(Milestone milestone, int at) =>
        Times(Incident()).At(milestone).Should().Be(TimeSpan.FromMilliseconds(at));

    [Test]
    public void Milestones_of_a_calm_run_end_with_the_activation() =>
        Times(CalmRun.Record(IncidentPlans.Replay())).Reached.Keys.Should().Equal(Milestone.UpgradeStarted, Milestone.Activated);

    [Test]
    public void Traffic_is_restored_when_the_right_answers_are_unbroken()
    {
        var late = Incident().Answering((due, _) => due is >= 19_090 and < 19_600 ? SampleAnswer.Gateway(502) : null);

        Times(late).At(Milestone.TrafficRestored).Should().Be(TimeSpan.FromMilliseconds(19_600));
    }

    [Test]
    public void Traffic_that_ends_wrongly_was_never_restored()
    {
        var broken = Incident().Answering((due, _) => due >= 23_000 ? SampleAnswer.Gateway(502) : null);

        Times(broken).At(Milestone.TrafficRestored).Should().BeNull();
        Times(broken).Between(Milestone.RestartStarted, Milestone.TrafficRestored).Should().BeNull();
    }

    [Test]
    public void Late_request_of_before_does_not_put_off_when_traffic_is_restored()
    {
        // Two were due while nothing served, left when the servers were back, and were answered rightly.
        var record = Incident().Answering((due, _) => IsLate(due) ? SampleAnswer.App(200, 0) : null);
        var late = record.WithSamples([.. record.Samples.Select(sample => IsLate((int)sample.Due.TotalMilliseconds) ? sample with { SendDelayMicroseconds = 200_000 } : sample)]);

        RunAnalysis.Of(late).Late.Moved.Should().Be(2);
        Times(late).At(Milestone.TrafficRestored).Should().Be(TimeSpan.FromMilliseconds(IncidentRun.Returned));

        static bool IsLate(int due) => due is >= IncidentRun.Returned - 20 and < IncidentRun.Returned;
    }

    private static MilestoneTimes Times(RunRecord record) => RunAnalysis.Of(record).Milestones;

    private static RunRecord Incident() => IncidentRun.Record(IncidentPlans.Replay());
}
