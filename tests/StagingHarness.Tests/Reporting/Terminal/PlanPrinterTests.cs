using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Reporting.Terminal;
using StagingHarness.TestKit.Golden;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Reporting.Terminal;

public sealed class PlanPrinterTests
{
    [Test]
    public void Plan_of_the_replay_has_its_text() =>
        GoldenFile.Verify(PlanPrinter.Print(IncidentPlans.Replay()), "Reporting/plan-replay.txt");

    [Test]
    public void Plan_of_the_gate_shows_intent_overrides_and_both_end_states()
    {
        var text = PlanPrinter.Print(IncidentPlans.Gate(IncidentPlans.Compatible) with { ProtectFrom = "upgraded" });

        text.Should().Contain("intent protect (from phase 'upgraded' on)")
            .And.Contain("overrides  upgrade.to.release=2.0, upgrade.to.platform=2\n")
            .And.Contain("  portal-1 to portal-4: release 2.0 on platform 2\n  after the runbook, portal-1 to portal-4: release 1.0 on platform 1\n");
    }

    [Test]
    public void Plan_without_runbook_and_provider_leaves_them_out()
    {
        var plan = IncidentPlans.Replay();

        PlanPrinter.Print(plan with { Runbook = [], System = plan.System with { Provider = null } })
            .Should().NotContain("When a page goes out").And.NotContain("stand-in");
    }
}
