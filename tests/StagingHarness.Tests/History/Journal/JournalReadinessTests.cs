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
    public void Whatever_an_event_holds_is_found_out_ahead() =>
        JournalReadiness.Visit(JournalFormat.Writing).Should().Contain(
        [
            typeof(JournalEvent), typeof(RunStarted), typeof(RunEnded), typeof(ScenarioPlan), typeof(StepPlan), typeof(WatchStepPlan), typeof(StepStart.AtTime),
        ]);
}
