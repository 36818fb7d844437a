using System.Globalization;
using System.Text.Json;
using StagingHarness.Protocols.Pager;

namespace StagingHarness.StandIn.Pages;

/// <summary>
/// The webhook of Prometheus' Alertmanager: what its receivers rely on. Source: Alertmanager's configuration reference, <c>webhook_config</c>: <c>version</c> "4",
/// <c>groupKey</c>, <c>status</c>, <c>receiver</c>, and <c>alerts</c> with <c>status</c>, <c>labels</c>, <c>annotations</c>, <c>startsAt</c>, <c>endsAt</c> (RFC 3339).
/// </summary>
internal static class AlertmanagerWebhooks
{
    /// <param name="body">As it came.</param>
    public static PageReading Read(string body)
    {
        if (JsonFields.ObjectOf(body) is not { } call)
        {
            return PageReading.Refused("it is no JSON object");
        }

        var action = ActionOf(call.Text("status"));
        var key = call.Text("groupKey");
        var alerts = call.Member("alerts") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToArray() : [];
        var summary = alerts.Length > 0 ? alerts[0].Member("annotations")?.Text("summary") : null;
        return new PageReading(action, key, summary, WhyRefused(call, action, key) ?? WhyRefused(alerts, call.Text("status")));
    }

    private static PageAction? ActionOf(string? status) => status switch
    {
        "firing" => PageAction.Trigger,
        "resolved" => PageAction.Resolve,
        _ => null,
    };

    private static string? WhyRefused(JsonElement call, PageAction? action, string? key) => (call.Text("version"), action, key, call.Text("receiver")) switch
    {
        (not "4", _, _, _) => "'version' must be \"4\"",
        (_, null, _, _) => "'status' must be 'firing' or 'resolved'",
        (_, _, null, _) => "'groupKey' is missing",
        (_, _, _, null) => "'receiver' is missing",
        _ => null,
    };

    private static string? WhyRefused(JsonElement[] alerts, string? status)
    {
        if (alerts.Length == 0)
        {
            return "'alerts' is empty";
        }

        // A group fires while one of its alerts does; it is resolved when all are.
        var statuses = alerts.Select(alert => alert.Text("status")).ToArray();
        var expected = statuses.Contains("firing") ? "firing" : "resolved";
        return Array.Exists(alerts, alert => alert.Member("labels")?.Text("alertname") is null) ? "an alert has no label 'alertname'"
            : Array.Exists(alerts, alert => !IsMoment(alert.Text("startsAt"))) ? "an alert has no moment in 'startsAt'"
            : Array.Exists(alerts, alert => alert.Text("status") == "resolved" && !IsMoment(alert.Text("endsAt"))) ? "a resolved alert has no moment in 'endsAt'"
            : status != expected ? $"'status' is '{status}', and its alerts say '{expected}'"
            : null;
    }

    private static bool IsMoment(string? text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _);
}
