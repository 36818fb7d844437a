using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Pager;
using StagingHarness.StandIn.Pages;

namespace StagingHarness.Tests.StandIn.Pages;

/// <summary>By the fields that Alertmanager's configuration reference names for a webhook, version 4.</summary>
public sealed class AlertmanagerWebhooksTests
{
    [Test]
    public void Group_that_fires_is_taken() => AlertmanagerWebhooks.Read(Body())
        .Should().Be(new PageReading(PageAction.Trigger, "{}:{alertname=\"errors\"}", "too many errors", null));

    [Test]
    public void Group_that_is_resolved_is_taken() => AlertmanagerWebhooks.Read(Body(body =>
        {
            body["status"] = "resolved";
            body["alerts"]![0]!["status"] = "resolved";
            body["alerts"]![0]!["endsAt"] = "2026-01-01T10:05:00.5Z";
        }))
        .Should().Match<PageReading>(read => read.Action == PageAction.Resolve && read.Refusal == null);

    [TestCase("version", "3", "'version' must be \"4\"")]
    [TestCase("status", "pending", "'status' must be 'firing' or 'resolved'")]
    [TestCase("groupKey", null, "'groupKey' is missing")]
    [TestCase("receiver", null, "'receiver' is missing")]
    [TestCase("alerts", null, "'alerts' is empty")]
    public void Group_that_lacks_something_is_refused(string field, string? value, string refusal) =>
        AlertmanagerWebhooks.Read(Body(body => body[field] = value)).Refusal.Should().Be(refusal);

    [Test]
    public void Alert_that_lacks_something_or_contradicts_its_group_is_refused()
    {
        AlertmanagerWebhooks.Read(Body(body => body["alerts"]![0]!["labels"] = new JsonObject())).Refusal.Should().Be("an alert has no label 'alertname'");
        AlertmanagerWebhooks.Read(Body(body => body["alerts"]![0]!["startsAt"] = "soon")).Refusal.Should().Be("an alert has no moment in 'startsAt'");
        AlertmanagerWebhooks.Read(Body(body => body["alerts"]![0]!["status"] = "resolved")).Refusal.Should().Be("'status' is 'firing', and its alerts say 'resolved'");
        AlertmanagerWebhooks.Read(Body(body =>
        {
            body["status"] = "resolved";
            body["alerts"]![0]!["status"] = "resolved";
            body["alerts"]![0]!["endsAt"] = "";
        })).Refusal.Should().Be("a resolved alert has no moment in 'endsAt'");
        AlertmanagerWebhooks.Read("text").Refusal.Should().Be("it is no JSON object");
    }

    private static string Body(Action<JsonObject>? change = null)
    {
        var body = JsonNode.Parse("""
            {
              "version": "4",
              "groupKey": "{}:{alertname=\"errors\"}",
              "truncatedAlerts": 0,
              "status": "firing",
              "receiver": "team",
              "groupLabels": { "alertname": "errors" },
              "commonLabels": { "alertname": "errors" },
              "commonAnnotations": { "summary": "too many errors" },
              "externalURL": "http://alertmanager:9093",
              "alerts": [
                {
                  "status": "firing",
                  "labels": { "alertname": "errors" },
                  "annotations": { "summary": "too many errors" },
                  "startsAt": "2026-01-01T10:00:00Z",
                  "endsAt": "0001-01-01T00:00:00Z",
                  "generatorURL": "",
                  "fingerprint": "0123456789abcdef"
                }
              ]
            }
            """)!.AsObject();
        change?.Invoke(body);
        return body.ToJsonString();
    }
}
