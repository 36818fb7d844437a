using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Journal;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Tests.History.Journal;

public sealed class JournalReadinessTests
{
    [Test]
    public void Whatever_a_run_begins_with_is_found_out_ahead() =>
        JournalReadiness.Visit(JournalFormat.Writing).Should().Contain([typeof(RunStarted), typeof(ScenarioPlan), typeof(StepPlan), typeof(TrafficStarted)])
            .And.NotContain([typeof(RunEnded), typeof(WatchStepPlan)], "they are found out when they are written");
}
