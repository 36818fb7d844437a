using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Journal;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.History.Journal;

public sealed class JournalReadinessTests
{
    [Test]
    public void Every_event_until_traffic_flows_is_among_them() =>
        JournalReadiness.Visit(JournalFormat.Writing).Should().Contain(
            IncidentRun.Record(IncidentPlans.Replay()).Events.TakeWhile(happened => happened is not TrafficStarted).Select(happened => happened.GetType()).Append(typeof(TrafficStarted)).Distinct());

    [Test]
    public void Journal_that_is_still_written_can_be_read_ahead_and_whatever_is_wrong_with_it_is_not_told()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "journal.ndjson");
        using var journal = new JournalWriter(path, () => TimeSpan.Zero, _ => { });
        journal.Append(IncidentRun.Record(IncidentPlans.Replay()).Start);

        JournalReader.Read(path).Events.Should().ContainSingle();
        FluentActions.Invoking(() => JournalReadiness.TryRead(Path.Combine(folder.Path, "missing.ndjson"))).Should().NotThrow();
    }

    [Test]
    public void Whatever_a_run_begins_with_is_found_out_ahead() =>
        JournalReadiness.Visit(JournalFormat.Writing).Should().Contain([typeof(RunStarted), typeof(ScenarioPlan), typeof(StepPlan), typeof(TrafficStarted)])
            .And.NotContain([typeof(RunEnded), typeof(WatchStepPlan)], "they are found out when they are written");
}
