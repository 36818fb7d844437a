using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Pager;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Pager;
using StagingHarness.StandIn.Pages;

namespace StagingHarness.Tests.Execution.Pager;

/// <summary>What is sent, and whether a receiver that was written from the vendors' references takes it.</summary>
public sealed class PageBodiesTests
{
    private const string RoutingKey = "0123456789abcdef0123456789abcdef";

    private static readonly PageCall Trigger = new()
    {
        Action = PageAction.Trigger,
        About = "too-many-errors",
        Summary = "alert 'too-many-errors' fires",
        Source = "incident-2023-05-13",
        Service = "portal",
        RunId = "run-1",
        Since = new DateTimeOffset(2026, 1, 1, 10, 0, 0, TimeSpan.Zero),
        At = new DateTimeOffset(2026, 1, 1, 10, 5, 0, TimeSpan.Zero),
    };

    [TestCase(PageAction.Trigger)]
    [TestCase(PageAction.Acknowledge)]
    [TestCase(PageAction.Resolve)]
    public void Event_for_PagerDuty_is_one(PageAction action)
    {
        var call = Trigger with { Action = action };

        var read = PagerDutyEvents.Read(PagerDutyEvent.BodyOf(call, RoutingKey), RoutingKey);

        read.Should().Be(new PageReading(action, PagerDutyEvent.KeyOf(call), action == PageAction.Trigger ? call.Summary : null, null));
        PagerDutyEvent.KeyOf(call).Should().Be("run-1/too-many-errors");
    }

    [TestCase(PageAction.Trigger)]
    [TestCase(PageAction.Resolve)]
    public void Webhook_of_Alertmanager_is_one(PageAction action)
    {
        var call = Trigger with { Action = action };

        var read = AlertmanagerWebhooks.Read(AlertmanagerWebhook.BodyOf(call));

        read.Should().Be(new PageReading(action, "{}:{alertname=\"too-many-errors\"}", call.Summary, null));
    }

    [Test]
    public void Alert_says_when_it_began_and_when_it_ended()
    {
        var resolved = JsonNode.Parse(AlertmanagerWebhook.BodyOf(Trigger with { Action = PageAction.Resolve }))!["alerts"]![0]!;
        var firing = JsonNode.Parse(AlertmanagerWebhook.BodyOf(Trigger))!["alerts"]![0]!;

        resolved["startsAt"]!.GetValue<DateTimeOffset>().Should().Be(Trigger.Since);
        resolved["endsAt"]!.GetValue<DateTimeOffset>().Should().Be(Trigger.At);
        firing["endsAt"]!.GetValue<string>().Should().Be("0001-01-01T00:00:00Z");
        firing["fingerprint"]!.GetValue<string>().Should().Be(resolved["fingerprint"]!.GetValue<string>()).And.HaveLength(16);
    }

    [Test]
    public void Summary_that_is_too_long_for_PagerDuty_is_cut()
    {
        var read = PagerDutyEvents.Read(PagerDutyEvent.BodyOf(Trigger with { Summary = new string('x', 2000) }, RoutingKey), RoutingKey);

        (read.Refusal, read.Summary!.Length).Should().Be((null, 1024));
    }
}
