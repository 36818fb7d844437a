using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Engines;
using StagingHarness.FunctionalTests.Engines.Docker;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.TestKit.Files;
using StagingHarness.Verdicts;

namespace StagingHarness.FunctionalTests.Replay;

/// <summary>The replay of 13 May 2023, read from its journal and samples without the help of the verdict.</summary>
public sealed class IncidentTests
{
    [Test]
    [Category("Nightly")]
    public async Task Incident_is_reproduced_and_its_journal_shows_it()
    {
        var result = await Replays.RunAsync(Checkout.Root, Replays.Incident, EngineWish.Process, Replays.TwiceAsFast);

        result.ShouldExitWith(ExitCodes.Passed);
        ShowsTheIncident(result.Record);
    }

    [Test]
    [Category("Nightly")]
    public async Task Incident_is_reproduced_on_containers_and_leaves_none()
    {
        var result = await Replays.RunAsync(Checkout.Root, Replays.Incident, EngineWish.Docker, Replays.TwiceAsFast);

        result.ShouldExitWith(ExitCodes.Passed);
        ShowsTheIncident(result.Record);
        var started = result.Record.Events.OfType<RunStarted>().Single();
        started.Engine.Should().Be("docker");
        started.EngineVersion.Should().MatchRegex(@"^(Docker|Podman) \d+\.\S+, API 1\.\d+$");
        var containers = result.Record.Events.OfType<InstanceStarted>().Where(instance => instance.Instance != "generator").ToList();
        containers.Should().HaveCountGreaterThanOrEqualTo(14, "gateway, provider, and four servers that are replaced twice")
            .And.OnlyContain(instance => IsDigest(instance.Digest));
        containers.Where(instance => instance.Version is not null).GroupBy(instance => instance.Version)
            .Select(group => group.Select(instance => instance.Digest).Distinct().Single())
            .Should().OnlyHaveUniqueItems("a version is one image");
        result.Record.Events.OfType<RunEnded>().Single().LeftBehind.Should().BeEmpty();
        (await DockerCommand.ObjectsOfAsync(started.RunId)).Should().BeEmpty();
    }

    [Test]
    [Category("Nightly")]
    public async Task Incident_gives_every_expectation_the_same_standing_20_times()
    {
        var standings = new List<string>();
        for (var run = 0; run < 20; run++)
        {
            var result = await Replays.RunAsync(Checkout.Root, Replays.Incident, EngineWish.Process);
            standings.Add(string.Join(", ", result.Verdict.Expectations.Select(expectation => $"{expectation.Number} {expectation.Standing}")));
        }

        standings.Should().OnlyContain(standing => standing == standings[0]);
        standings[0].Should().NotContain("NotMet").And.NotContain("Inconclusive");
    }

    private static void ShowsTheIncident(RunRecord record)
    {
        var events = record.Events;
        var activated = HandOver(events, "activate");
        var rollback = StepStart(events, "roll-back");
        var outage = record.Samples.Where(sample => sample.Due >= activated && sample.Due < rollback).ToList();
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
        record.Samples.Where(sample => sample.Done < activating || sample.Due >= restored)
            .Should().NotContain(sample => sample.Answerer == Answerer.App && !sample.Right);
        Moments(events, activated, rollback, restored).Should().BeInAscendingOrder();
    }

    private static bool IsDigest(string? digest) => digest is not null && digest.StartsWith("sha256:", StringComparison.Ordinal) && digest.Length == 71;

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
            "activate" => step is Scenarios.Plans.Steps.ActivateStepPlan,
            "roll-back" => step is Scenarios.Plans.Steps.RollBackStepPlan,
            "restart" => step is Scenarios.Plans.Steps.RestartStepPlan,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of step."),
        }).Number;
}
