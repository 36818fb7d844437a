using System.Text.Json.Nodes;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Pager;

namespace StagingHarness.Execution.Pager;

/// <summary>A call in the form of Alertmanager's webhook, version 4: a group of one alert.</summary>
internal static class AlertmanagerWebhook
{
    /// <summary>What Alertmanager says where an alert has no end yet: the zero of Go's time.</summary>
    private const string NotYet = "0001-01-01T00:00:00Z";

    /// <summary>As Alertmanager spells the key of a group under the root route.</summary>
    public static string KeyOf(PageCall call) => $"{{}}:{{alertname=\"{call.About}\"}}";

    public static string BodyOf(PageCall call)
    {
        var status = call.Action == PageAction.Resolve ? "resolved" : "firing";
        var alert = new JsonObject
        {
            ["status"] = status,
            ["labels"] = Labels(call),
            ["annotations"] = new JsonObject { ["summary"] = call.Summary },
            ["startsAt"] = call.Since.ToString("O"),
            ["endsAt"] = call.Action == PageAction.Resolve ? call.At.ToString("O") : NotYet,
            ["generatorURL"] = "",
            ["fingerprint"] = Fingerprint(call),
        };
        return new JsonObject
        {
            ["version"] = "4",
            ["groupKey"] = KeyOf(call),
            ["truncatedAlerts"] = 0,
            ["status"] = status,
            ["receiver"] = "staging-harness",
            ["groupLabels"] = new JsonObject { ["alertname"] = call.About },
            ["commonLabels"] = Labels(call),
            ["commonAnnotations"] = new JsonObject { ["summary"] = call.Summary },
            ["externalURL"] = "",
            ["alerts"] = new JsonArray(alert),
        }.ToJsonString();
    }

    private static JsonObject Labels(PageCall call) => new()
    {
        ["alertname"] = call.About,
        ["scenario"] = call.Source,
        ["service"] = call.Service,
        ["severity"] = "critical",
    };

    /// <summary>Sixteen hexadecimal digits that alerts with the same labels have in common.</summary>
    private static string Fingerprint(PageCall call) => Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{call.About}\n{call.Source}\n{call.Service}")))[..16];
}
