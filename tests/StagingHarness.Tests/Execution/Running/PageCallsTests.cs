using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Pager;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Alerts;
using StagingHarness.Scenarios.Units;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Running;

public sealed class PageCallsTests
{
    private static readonly AlertPlan Rule = AlertPlans.Wrong with { MinimumSamples = 10 };

    [Test]
    public void Pager_is_told_that_a_rule_fires_is_acknowledged_and_is_quiet_again()
    {
        using var stage = Breaking();

        var record = stage.Run(Plan(Rule.Name, PageForm.Pagerduty, PageForm.Alertmanager));

        Told(record).Should().Equal(
            "Pagerduty Trigger", "Alertmanager Trigger", "Pagerduty Acknowledge", "Pagerduty Resolve", "Alertmanager Resolve");
        record.All<PageCalled>().Should().OnlyContain(call => call.About == "errors" && call.Status == 202 && call.Attempts == 1 && call.Problem == null);
        record.Only<PagerRead>().Received.Select(page => $"{page.Form} {page.Action}").Should().Equal(Told(record));
        stage.PagerMember.Pager.Calls.Select(one => one.Call).Should().OnlyContain(call => call.Service == "portal" && call.RunId.Length > 0 && call.Since <= call.At);
        stage.PagerMember.Order!.RoutingKey.Should().HaveLength(PagerProgram.RoutingKeyLength);
    }

    [Test]
    public void Detection_that_pages_triggers_and_resolves_nothing()
    {
        using var stage = Breaking();

        var record = stage.Run(Plan(AlertingPlan.Detection, PageForm.Alertmanager));

        Told(record).Should().Equal("Alertmanager Trigger");
        record.All<PageCalled>().Should().OnlyContain(call => call.About == "detection");
    }

    [Test]
    public void Call_that_meets_a_broken_pager_is_repeated()
    {
        using var stage = Breaking();
        stage.PagerMember.Pager.Status = call => call switch { 1 => 500, 2 => null, _ => 202 };

        var record = stage.Run(Plan(AlertingPlan.Detection, PageForm.Alertmanager));

        record.Only<PageCalled>().Should().Match<PageCalled>(call => call.Attempts == 3 && call.Status == 202 && call.Problem == null);
    }

    [TestCase(400, 1)]
    [TestCase(429, 3)]
    public void Call_that_is_refused_is_told_with_its_reason(int status, int attempts)
    {
        using var stage = Breaking();
        stage.PagerMember.Pager.Status = _ => status;

        var record = stage.Run(Plan(AlertingPlan.Detection, PageForm.Alertmanager));

        record.Only<PageCalled>().Should().Match<PageCalled>(call => call.Attempts == attempts && call.Status == status && call.Problem == $"refused with {status}");
        record.Only<PagerRead>().Received.Should().BeEmpty();
        record.Only<RunEnded>().Ending.Should().Be(RunEnding.Completed, "a page that is lost is for the verdict to judge");
    }

    [Test]
    public void Pager_that_gives_no_answer_is_told()
    {
        using var stage = Breaking();
        stage.PagerMember.Pager.Status = _ => null;

        var record = stage.Run(Plan(AlertingPlan.Detection, PageForm.Pagerduty));

        record.All<PageCalled>().First().Should().Match<PageCalled>(call =>
            call.Attempts == 3 && call.Status == null && call.Key == null && call.Problem == "The pager did not obey: it gave no answer.");
    }

    [Test]
    public void No_pager_stands_where_nobody_is_called()
    {
        using var stage = Breaking();

        var record = stage.Run(Plan(AlertingPlan.Detection));

        record.All<PageSent>().Should().NotBeEmpty();
        record.All<PageCalled>().Should().BeEmpty();
        record.All<PagerRead>().Should().BeEmpty();
        stage.PagerMember.Order.Should().BeNull();
    }

    private static IEnumerable<string> Told(RunRecord record) => record.All<PageCalled>().Select(call => $"{call.Form} {call.Action}");

    private static FakeStage Breaking()
    {
        var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;
        return stage;
    }

    private static ScenarioPlan Plan(string pagedBy, params PageForm[] calls) => new PlanBuilder().Build() with
    {
        Alerting = new AlertingPlan { Rules = [Rule], Every = new IncidentDuration(0.25), LeastEvaluations = 10, PagedBy = [pagedBy], Calls = [.. calls] },
    };
}
