using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Pager;
using StagingHarness.StandIn.Pages;

namespace StagingHarness.Tests.StandIn.Pages;

/// <summary>By PagerDuty's reference of the Events API v2; the first body is the one of its page, shortened.</summary>
public sealed class PagerDutyEventsTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    [Test]
    public void Event_of_the_reference_is_taken() => PagerDutyEvents.Read(Body(), Key)
        .Should().Be(new PageReading(PageAction.Trigger, "samplekeyhere", "Example alert on host1.example.com", null));

    [TestCase("acknowledge", PageAction.Acknowledge)]
    [TestCase("resolve", PageAction.Resolve)]
    public void What_follows_needs_no_payload(string action, PageAction expected) =>
        PagerDutyEvents.Read(Body(body => { body["event_action"] = action; body.Remove("payload"); }), Key)
            .Should().Be(new PageReading(expected, "samplekeyhere", null, null));

    [Test]
    public void Trigger_may_leave_the_key_to_the_pager() =>
        PagerDutyEvents.Read(Body(body => body.Remove("dedup_key")), Key).Should().Match<PageReading>(read => read.Refusal == null && read.Key == null);

    [TestCase("routing_key", "short", "'routing_key' must have 32 characters")]
    [TestCase("routing_key", null, "'routing_key' must have 32 characters")]
    [TestCase("routing_key", "ffffffffffffffffffffffffffffffff", "'routing_key' is not known here")]
    [TestCase("event_action", "page", "'event_action' must be 'trigger', 'acknowledge' or 'resolve'")]
    [TestCase("event_action", null, "'event_action' must be 'trigger', 'acknowledge' or 'resolve'")]
    [TestCase("payload", null, "'payload.summary' is missing")]
    public void Event_that_lacks_something_is_refused(string field, string? value, string refusal) =>
        PagerDutyEvents.Read(Body(body => body[field] = value), Key).Refusal.Should().Be(refusal);

    [TestCase("summary", null, "'payload.summary' is missing")]
    [TestCase("source", null, "'payload.source' is missing")]
    [TestCase("severity", "bad", "'payload.severity' must be one of critical, error, warning, info")]
    [TestCase("severity", null, "'payload.severity' must be one of critical, error, warning, info")]
    public void Payload_that_lacks_something_is_refused(string field, string? value, string refusal) =>
        PagerDutyEvents.Read(Body(body => body["payload"]![field] = value), Key).Refusal.Should().Be(refusal);

    [Test]
    public void What_is_too_long_or_no_event_at_all_is_refused()
    {
        PagerDutyEvents.Read(Body(body => body["payload"]!["summary"] = new string('x', 1025)), Key).Refusal.Should().Be("'payload.summary' may have 1024 characters");
        PagerDutyEvents.Read(Body(body => body["dedup_key"] = new string('x', 256)), Key).Refusal.Should().Be("'dedup_key' may have 255 characters");
        PagerDutyEvents.Read(Body(body => { body["event_action"] = "resolve"; body.Remove("dedup_key"); }), Key).Refusal.Should().Be("'dedup_key' must say what is acknowledged or resolved");
        PagerDutyEvents.Read("[]", Key).Refusal.Should().Be("it is no JSON object");
        PagerDutyEvents.Read("{", Key).Refusal.Should().Be("it is no JSON object");
    }

    private static string Body(Action<JsonObject>? change = null)
    {
        var body = JsonNode.Parse("""
            {
              "payload": {
                "summary": "Example alert on host1.example.com",
                "timestamp": "2015-07-17T08:42:58.315+0000",
                "source": "monitoringtool:cloudvendor:central-region-dc-01:852559987:cluster/api-stats-prod-003",
                "severity": "info",
                "component": "postgres"
              },
              "routing_key": "0123456789abcdef0123456789abcdef",
              "dedup_key": "samplekeyhere",
              "event_action": "trigger",
              "client": "Sample Monitoring Service"
            }
            """)!.AsObject();
        change?.Invoke(body);
        return body.ToJsonString();
    }
}
