using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Phases;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Phases;

public sealed class PhaseTimelineTests
{
    [TestCase("baseline", 2_000, 4_000)]
    [TestCase("staging", 4_000, 9_001)]
    [TestCase("upgrade", 9_001, 9_050)]
    [TestCase("upgraded", 9_050, 15_088)]
    [TestCase("outage", 9_050, 19_090)]
    [TestCase("rollback", 15_088, 19_090)]
    [TestCase("recovered", 19_090, 23_300)]
    public void Phase_of_the_incident_has_its_bounds(string name, int from, int until)
    {
        var stretch = Timeline(Incident()).Find(name)!.Stretches.Should().ContainSingle().Subject;

        stretch.From.Should().Be(Ms(from));
        stretch.Until.Should().Be(Ms(until));
    }

    [Test]
    public void Phases_come_in_the_order_in_which_they_began() =>
        Timeline(Incident()).Phases.Select(phase => phase.Name)
            .Should().Equal("baseline", "staging", "upgrade", "upgraded", "outage", "rollback", "recovered");

    [Test]
    public void Hand_over_is_the_first_request_that_met_the_new_version_before_the_event()
    {
        // The event came at 9,052 ms, two milliseconds after the gateway had led a request to the new version.
        Timeline(Incident()).Find("upgraded")!.From.Should().Be(Ms(IncidentRun.HandedOver));
    }

    [Test]
    public void Request_that_was_due_before_the_step_and_sent_late_to_the_new_version_is_the_hand_over_and_ends_what_was_before()
    {
        // A busy machine: the step began at 9,001 ms, when this request had been due for 11 ms and was not sent yet.
        var timeline = Timeline(Incident().Answering((due, sample) => due == 8_990 ? SampleAnswer.App(500, sample.Stamp + 4) : null));

        timeline.Find("staging")!.Stretches.Single().Until.Should().Be(Ms(8_990));
        timeline.Find("upgraded")!.From.Should().Be(Ms(8_990));
        timeline.Find("upgrade")!.Contains(Ms(8_990)).Should().BeFalse();
    }

    [Test]
    public void Hand_over_without_an_early_request_is_the_event_itself()
    {
        var punctual = Incident().Answering((due, sample) => due == IncidentRun.HandedOver ? SampleAnswer.App(200, sample.Stamp - 4) : null);

        Timeline(punctual).Find("upgraded")!.From.Should().Be(Ms(9_052));
    }

    [Test]
    public void Hand_over_to_servers_of_the_same_version_is_the_event_itself()
    {
        var same = IncidentPlans.Replay() with { Steps = StepPlans.Steps(IncidentPlans.Old) };

        Timeline(IncidentRun.Record(same)).Find("upgraded")!.From.Should().Be(Ms(9_052));
    }

    [Test]
    public void Half_open_phase_holds_its_first_moment_and_not_its_last()
    {
        var upgraded = Timeline(Incident()).Find("upgraded")!;

        upgraded.Contains(Ms(9_050)).Should().BeTrue();
        upgraded.Contains(Ms(15_087)).Should().BeTrue();
        upgraded.Contains(Ms(15_088)).Should().BeFalse();
    }

    [Test]
    public void Phase_that_never_began_is_absent()
    {
        var timeline = Timeline(CalmRun.Record(IncidentPlans.Replay()));

        timeline.Find("outage").Should().BeNull();
        timeline.Find("rollback").Should().BeNull();
        timeline.Find("recovered").Should().BeNull();
        timeline.Find("upgraded")!.Stretches.Single().Until.Should().Be(Ms(25_600));
    }

    [Test]
    public void Activation_without_routes_is_an_upgrade_that_hands_nothing_over()
    {
        var failed = Incident().Without(happened => happened is RoutesChanged { Step: "5" });

        var timeline = Timeline(failed);

        timeline.Find("upgraded").Should().BeNull();
        timeline.Find("upgrade")!.Stretches.Single().Until.Should().Be(Ms(9_300));
    }

    [Test]
    public void Restart_that_never_led_traffic_back_leaves_the_outage_open()
    {
        var stuck = Incident().Without(happened => happened is RoutesChanged { Step: "R4", Targets.IsEmpty: false });

        var timeline = Timeline(stuck);

        timeline.Find("recovered").Should().BeNull();
        timeline.Find("outage")!.Stretches.Single().Until.Should().Be(Ms(23_300));
        timeline.Find("rollback")!.Stretches.Single().Until.Should().Be(Ms(23_300));
    }

    [Test]
    public void Run_without_traffic_has_no_phases()
    {
        var timeline = Timeline(Incident().Without(happened => happened is TrafficStarted));

        timeline.Phases.Should().BeEmpty();
        timeline.TrafficFrom.Should().BeNull();
    }

    [Test]
    public void Cut_journal_ends_the_traffic_where_knowledge_ends()
    {
        var record = Incident();
        var cut = record.CutTo(record.Events.IndexOf(record.Events.OfType<TrafficEnded>().Single()));

        Timeline(cut).TrafficUntil.Should().Be(Ms(23_200));
    }

    private static PhaseTimeline Timeline(RunRecord record) => RunAnalysis.Of(record).Timeline;

    private static RunRecord Incident() => IncidentRun.Record(IncidentPlans.Replay());

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
