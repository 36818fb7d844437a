using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Alerts;
using StagingHarness.Scenarios.Units;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Running;

/// <summary>Alert rules in a run: 20 answers come in a minute of the incident, which is a second.</summary>
public sealed class AlertWatchTests
{
    private static readonly AlertPlan Rule = AlertPlans.Wrong with { MinimumSamples = 10 };

    [Test]
    public void Rule_that_is_to_page_pages_and_the_runbook_takes_over()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;

        var record = stage.Run(Plan(Rule.Name));

        var fired = record.All<AlertChanged>().First(change => change.To == AlertState.Firing);
        fired.Should().Match<AlertChanged>(change => change.Rule == "errors" && change.Pages && change.Needed == 10 && change.Samples >= 10);
        record.Only<PageSent>().Rule.Should().Be("errors");
        record.Only<PageSent>().Summary.Should().StartWith("alert 'errors' fires: more than 5 % of answers wrong over 1 min; it read ");
        record.All<DetectionFired>().Should().NotBeEmpty("the detector tells, and pages nobody");
        record.Steps().Should().Contain("R4 completed");
        (record.Only<PageSent>().At - fired.Evaluated).Should().BeCloseTo(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(2));
        record.All<AlertChanged>().Last().To.Should().NotBe(AlertState.Firing, "it is resolved when the old version is back");
    }

    [Test]
    public void Rule_that_is_not_to_page_only_tells()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;

        var record = stage.Run(Plan(AlertingPlan.Detection));

        record.All<AlertChanged>().Should().Contain(change => change.To == AlertState.Firing && !change.Pages);
        record.All<PageSent>().Should().OnlyContain(page => page.Rule == null);
    }

    [Test]
    public void Rules_are_evaluated_until_the_traffic_is_stopped()
    {
        using var stage = new FakeStage();

        var record = stage.Run(Plan(Rule.Name));

        var began = record.Only<AlertWatchBegan>();
        var ended = record.Only<AlertWatchEnded>();
        ended.Evaluations.Should().Be((long)((ended.Until - began.Origin) / began.Every));
        ended.At.Should().BeLessThanOrEqualTo(record.Only<TrafficEnded>().At);
        record.All<AlertChanged>().Select(change => change.To).Should().Equal(AlertState.Quiet);
        record.All<PageSent>().Should().BeEmpty();
    }

    [Test]
    public void Nothing_is_watched_where_there_are_no_rules()
    {
        using var stage = new FakeStage();

        var record = stage.Run(new PlanBuilder().Build());

        record.All<AlertWatchBegan>().Should().BeEmpty();
        record.All<UsageObserved>().Should().BeEmpty();
    }

    [Test]
    public void What_servers_use_is_read_where_a_rule_asks()
    {
        using var stage = new FakeStage();

        var record = stage.Run(new PlanBuilder().Build() with { Alerting = AlertingPlan.None with { Rules = [AlertPlans.Memory] } });

        record.All<UsageObserved>().Select(usage => usage.Instance).Distinct().Should().BeEquivalentTo("portal-1", "portal-2");
    }

    private static ScenarioPlan Plan(string pagedBy) => new PlanBuilder().Build() with
    {
        Alerting = new AlertingPlan { Rules = [Rule], Every = new IncidentDuration(0.25), LeastEvaluations = 10, PagedBy = [pagedBy] },
    };
}
