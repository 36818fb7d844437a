using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Steps;
using StagingHarness.Analysis.Upgrades;
using StagingHarness.History.Events;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Upgrades;

public sealed class UpgradeFiguresTests
{
    [Test]
    public void Incident_is_measured_from_the_hand_over_to_the_first_right_answer()
    {
        var figures = UpgradeFiguresBuilder.Of(RunAnalysis.Of(IncidentRun.Record(IncidentPlans.Replay())));

        figures.Should().Be(new UpgradeFigures
        {
            CandidateFrom = Milliseconds(IncidentRun.HandedOver),
            FirstWrong = Milliseconds(IncidentRun.HandedOver),
            Detected = Milliseconds(IncidentRun.Detected),
            Recovered = Milliseconds(IncidentRun.Returned),
            Requests = 1004,
            Failed = 1004,
        });
        figures.TimeToDetect.Should().Be(Milliseconds(35));
        figures.TimeToRecover.Should().Be(Milliseconds(10_040));
        figures.FailedShare!.Value.Value.Should().Be(1);
    }

    [Test]
    public void Share_of_a_part_of_the_servers_counts_the_right_answers_in_between()
    {
        // One of four servers answers wrongly.
        var record = IncidentRun.Record(IncidentPlans.Replay())
            .Answering((due, sample) => due is >= IncidentRun.HandedOver and < IncidentRun.TakenOut && sample.Sequence % 4 != 0
                ? SampleAnswer.App(200, 5 + ((int)sample.Sequence % 4)) : null)
            .Answering((due, _) => due is >= IncidentRun.TakenOut and < IncidentRun.Returned ? SampleAnswer.App(200, 1) : null);

        var figures = UpgradeFiguresBuilder.Of(RunAnalysis.Of(record));

        figures.Failed.Should().Be(201);
        figures.Requests.Should().Be(804, "the window ends with the last wrong answer");
    }

    [Test]
    public void Upgrade_without_a_wrong_answer_has_nothing_to_detect_and_lasts_to_the_end()
    {
        var figures = UpgradeFiguresBuilder.Of(RunAnalysis.Of(CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible))));

        figures.Should().Be(new UpgradeFigures
        {
            CandidateFrom = Milliseconds(CalmRun.HandedOver),
            FirstWrong = null,
            Detected = null,
            Recovered = null,
            Requests = 1645,
            Failed = 0,
        });
        figures.TimeToDetect.Should().BeNull();
        figures.TimeToRecover.Should().BeNull();
    }

    [Test]
    public void Detection_without_a_page_counts_and_an_alarm_before_the_first_wrong_answer_does_not()
    {
        var record = IncidentRun.Record(IncidentPlans.Replay()).Change<PageSent>(sent => sent with { At = TimeSpan.FromSeconds(8) });

        UpgradeFiguresBuilder.Of(RunAnalysis.Of(record)).TimeToDetect.Should().Be(Milliseconds(35));
        UpgradeFiguresBuilder.Of(RunAnalysis.Of(record.Without(happened => happened is DetectionFired))).Detected.Should().BeNull();
    }

    [Test]
    public void Answers_that_stay_wrong_are_not_recovered()
    {
        var record = IncidentRun.Record(IncidentPlans.Replay())
            .Answering((due, _) => due >= IncidentRun.HandedOver ? SampleAnswer.App(500, 5) : null);

        var figures = UpgradeFiguresBuilder.Of(RunAnalysis.Of(record));

        figures.Recovered.Should().BeNull();
        figures.TimeToRecover.Should().BeNull();
        figures.Failed.Should().Be(figures.Requests).And.BePositive();
    }

    [Test]
    public void Wrong_answer_before_the_candidate_is_none_of_its()
    {
        var record = CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible)).Answering((due, _) => due == 5_000 ? SampleAnswer.Gateway(502) : null);

        UpgradeFiguresBuilder.Of(RunAnalysis.Of(record)).FirstWrong.Should().BeNull();
    }

    [Test]
    public void Candidate_that_answers_nobody_is_met_when_the_gateway_led_to_it()
    {
        var record = IncidentRun.Record(IncidentPlans.Replay()).Answering((due, _) =>
            due is >= IncidentRun.HandedOver and < IncidentRun.TakenOut ? SampleAnswer.Gateway(502) : null);

        UpgradeFiguresBuilder.Of(RunAnalysis.Of(record)).CandidateFrom.Should().Be(Milliseconds(9_052));
    }

    [Test]
    public void Run_in_which_no_candidate_took_traffic_has_no_figures()
    {
        var record = CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible));
        var begun = record.Events.First(happened => happened is StepStarted { Step: "5" }).Sequence;
        var neverLed = record.CutTo((int)begun);
        neverLed = neverLed with { Samples = [.. record.Samples.Where(sample => sample.Due < Milliseconds(CalmRun.HandedOver))] };

        UpgradeFiguresBuilder.Of(RunAnalysis.Of(neverLed)).CandidateFrom.Should().BeNull();
    }

    [Test]
    public void Strategy_is_what_was_done_to_servers_in_its_order()
    {
        StepKinds.StrategyOf(RunAnalysis.Of(IncidentRun.Record(IncidentPlans.Replay())).Steps).Should().Equal("stage", "activate", "roll-back", "restart");
        StepKinds.StrategyOf(RunAnalysis.Of(CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible))).Steps).Should().Equal("stage", "activate");
    }

    private static TimeSpan Milliseconds(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
