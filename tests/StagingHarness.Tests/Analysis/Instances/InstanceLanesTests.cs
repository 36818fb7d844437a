using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Instances;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Instances;

public sealed class InstanceLanesTests
{
    [Test]
    public void Health_is_not_known_between_the_end_of_a_process_and_the_next_reading()
    {
        var record = ReportRuns.Passed.Without(happened => happened is HealthObserved or InstanceStopped)
            .With(Reading(3))
            .With(new InstanceDied { At = TimeSpan.FromSeconds(4), Instance = "portal-1", Generation = 1, ExitCode = 1, LastOutput = [] })
            .With(Reading(6))
            .With(Reading(7));

        InstanceLanes.Of(RunAnalysis.Of(record)).Single(lane => lane.Instance == "portal-1").Health.Should().Equal(
            new HealthStretch(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4), 200, 1),
            new HealthStretch(TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(7), 200, 2));
    }

    private static HealthObserved Reading(double at) => new() { At = TimeSpan.FromSeconds(at), Instance = "portal-1", Status = 200, Latency = TimeSpan.Zero };
}
