using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Steps;
using StagingHarness.History.Events;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Steps;

public sealed class LastChangeTests
{
    [Test]
    public void Nothing_has_changed_before_anything_happened() => new LastChange(new PlanBuilder().Build()).At.Should().Be(TimeSpan.Zero);

    [Test]
    public void Step_that_changes_something_has_done_so_by_its_end() => AfterStep("R4").Should().Be(TimeSpan.FromSeconds(9));

    [TestCase("3")]
    [TestCase("6")]
    [TestCase("R1")]
    [TestCase("7")]
    public void Step_that_only_watches_measures_or_waits_changes_nothing(string quiet) => AfterStep(quiet).Should().Be(TimeSpan.Zero);

    [Test]
    public void What_nothing_was_measured_before_is_a_change()
    {
        var record = IncidentRun.Record(IncidentPlans.Replay());
        var change = new LastChange(record.Plan);
        var started = record.Events.OfType<TrafficStarted>().Single() with { At = TimeSpan.FromSeconds(9) };

        change.Add(started);

        change.At.Should().Be(TimeSpan.FromSeconds(9));
    }

    private static TimeSpan AfterStep(string number)
    {
        var change = new LastChange(new PlanBuilder().Build());
        change.Add(new StepCompleted
        {
            At = TimeSpan.FromSeconds(9),
            Step = number,
            Receipt = "done",
            Took = TimeSpan.Zero,
            Scripted = TimeSpan.Zero,
            Overrun = TimeSpan.Zero,
        });
        return change.At;
    }
}
