using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Phases;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Phases;

public sealed class BrokenPhaseTests
{
    private static readonly FaultBegan Began = new() { At = Ms(12_005), Step = "6", Fault = FaultPlans.Pause("portal-1") };
    private static readonly FaultEnded Ended = new() { At = Ms(14_000), Step = "6", Fault = "pause", Ending = FaultEnding.Healed, Outcome = "it answers" };

    [Test]
    public void Fault_is_a_phase_from_its_beginning_to_its_end() =>
        Bounds(Calm().With(Began).With(Ended), "pause").Should().Be((Ms(12_005), Ms(14_000)));

    [Test]
    public void Fault_that_never_ended_lasts_as_long_as_the_traffic() =>
        Bounds(Calm().With(Began), "pause").Until.Should().Be(Timeline(Calm()).TrafficUntil!.Value);

    [Test]
    public void Request_that_was_under_way_when_the_fault_began_belongs_to_it()
    {
        var hanging = Calm().With(Began).With(Ended);
        hanging = hanging.WithSamples([.. hanging.Samples.Select(sample => sample.Due == Ms(11_950) ? Slow(sample) : sample)]);

        Bounds(hanging, "pause").From.Should().Be(Ms(11_950));
    }

    [Test]
    public void Baseline_ends_where_something_is_broken_first()
    {
        var step = FaultPlans.Fault(FaultPlans.Pause("portal-1"), 4) with { Number = "4" };
        var record = Calm().WithPlan(plan => plan with { Steps = [.. plan.Steps.Select(each => each.Number == "4" ? step : each)] })
            .With(new FaultBegan { At = Ms(4_006), Step = "4", Fault = step.Fault });

        Bounds(record, "baseline").Until.Should().Be(Ms(4_006));
    }

    [Test]
    public void Change_of_the_provider_begins_the_phase_that_it_names()
    {
        var step = FaultPlans.Provider(clock: TimeSpan.FromMinutes(10)) with { Number = "6", Begins = "ahead" };
        var record = Calm().WithPlan(plan => plan with { Steps = [.. plan.Steps.Select(each => each.Number == "6" ? step : each)] });

        Bounds(record, "ahead").Should().Be((Ms(24_301), Timeline(record).TrafficUntil!.Value));
    }

    [Test]
    public void Job_begins_the_phase_that_it_names_and_ends_the_baseline()
    {
        var step = JobPlans.Step("migrated");
        var later = Calm().WithPlan(plan => plan with { Steps = [.. plan.Steps.Select(each => each.Number == "6" ? step with { Number = "6" } : each)] });
        var first = Calm().WithPlan(plan => plan with { Steps = [.. plan.Steps.Select(each => each.Number == "4" ? step with { Number = "4" } : each)] });

        Bounds(later, "migrated").Should().Be((Ms(24_301), Timeline(later).TrafficUntil!.Value));
        Bounds(first, "baseline").Until.Should().Be(Ms(4_000));
        Bounds(first, "migrated").Should().Be((Ms(4_600), Ms(9_001)), "it lasts until the next step that touches a version");
    }

    private static RunRecord Calm() => CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible));

    private static PhaseTimeline Timeline(RunRecord record) => RunAnalysis.Of(record).Timeline;

    private static (TimeSpan From, TimeSpan Until) Bounds(RunRecord record, string phase)
    {
        var stretch = Timeline(record).Find(phase)!.Stretches.Should().ContainSingle().Subject;
        return (stretch.From, stretch.Until);
    }

    private static Sample Slow(Sample sample) => sample with { LatencyMicroseconds = 500_000 };

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
