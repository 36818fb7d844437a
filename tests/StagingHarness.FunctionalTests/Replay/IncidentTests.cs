using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.TestKit.Files;
using StagingHarness.Verdicts;

namespace StagingHarness.FunctionalTests.Replay;

/// <summary>The replay of 13 May 2023, read from its journal and samples without the help of the verdict.</summary>
public sealed class IncidentTests
{
    [Test]
    public async Task Incident_is_reproduced_and_its_journal_shows_it()
    {
        var result = await Replays.RunAsync(Checkout.Root, Replays.Incident);

        result.Verdict.ExitCode.Should().Be(ExitCodes.Passed);
        var events = result.Record.Events;
        var activated = HandOver(events, "activate");
        var rollback = StepStart(events, "roll-back");
        var outage = result.Record.Samples.Where(sample => sample.Due >= activated && sample.Due < rollback).ToList();
        outage.Should().HaveCountGreaterThanOrEqualTo(200)
            .And.OnlyContain(sample => sample.Status == 500 && sample.Answerer == Answerer.App);
        var servers = events.OfType<StampSeen>().ToDictionary(seen => (ushort)seen.Stamp, seen => seen.Server.Instance);
        outage.GroupBy(sample => servers[sample.Stamp]).Should().HaveCount(4)
            .And.OnlyContain(group => group.Count() >= 25);
        events.OfType<HealthObserved>().Where(health => health.At >= activated && health.At < rollback)
            .GroupBy(health => health.Instance).Should().HaveCount(4)
            .And.OnlyContain(group => group.All(health => health.Status == 200));
        var restored = events.OfType<RoutesChanged>().Last().At;
        // The gateway changes hands a moment before the journal says so: what was answered by the start of the step is surely from before.
        var activating = StepStart(events, "activate");
        result.Record.Samples.Where(sample => sample.Done < activating || sample.Due >= restored)
            .Should().NotContain(sample => sample.Answerer == Answerer.App && !sample.Right);
        Moments(events, activated, rollback, restored).Should().BeInAscendingOrder();
    }

    [Test]
    [Category("Nightly")]
    public async Task Incident_gives_every_expectation_the_same_standing_20_times()
    {
        var standings = new List<string>();
        for (var run = 0; run < 20; run++)
        {
            var result = await Replays.RunAsync(Checkout.Root, Replays.Incident);
            standings.Add(string.Join(", ", result.Verdict.Expectations.Select(expectation => $"{expectation.Number} {expectation.Standing}")));
        }

        standings.Should().OnlyContain(standing => standing == standings[0]);
        standings[0].Should().NotContain("NotMet").And.NotContain("Inconclusive");
    }

    private static TimeSpan[] Moments(IReadOnlyCollection<JournalEvent> events, TimeSpan activated, TimeSpan rollback, TimeSpan restored) =>
    [
        activated,
        events.OfType<DetectionFired>().Single().At,
        events.OfType<PageSent>().Single().At,
        events.OfType<PageAcknowledged>().Single().At,
        rollback,
        StepStart(events, "restart"),
        restored,
    ];

    private static TimeSpan HandOver(IReadOnlyCollection<JournalEvent> events, string kind) =>
        events.OfType<RoutesChanged>().First(change => change.Step == StepNumber(events, kind)).At;

    private static TimeSpan StepStart(IReadOnlyCollection<JournalEvent> events, string kind) =>
        events.OfType<StepStarted>().Single(started => started.Step == StepNumber(events, kind)).At;

    private static string StepNumber(IReadOnlyCollection<JournalEvent> events, string kind) => events.OfType<RunStarted>().Single().Plan
        .AllSteps().Single(step => kind switch
        {
            "activate" => step is Scenarios.Plans.ActivateStepPlan,
            "roll-back" => step is Scenarios.Plans.RollBackStepPlan,
            "restart" => step is Scenarios.Plans.RestartStepPlan,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of step."),
        }).Number;
}
