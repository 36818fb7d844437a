using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StagingHarness.Protocols.Pager;

namespace StagingHarness.StandIn.Pages;

/// <summary>
/// PagerDuty's Events API v2: which fields an event must have, and how long they may be. Source: PagerDuty's reference of "Send an event"
/// (<c>routing_key</c>, <c>event_action</c>, <c>dedup_key</c> up to 255 characters, <c>payload</c> with <c>summary</c> up to 1024, <c>source</c>, <c>severity</c>).
/// </summary>
internal static class PagerDutyEvents
{
    private const int LongestKey = 255;
    private const int LongestSummary = 1024;

    private static readonly string[] Severities = ["critical", "error", "warning", "info"];

    /// <param name="body">As it came.</param>
    /// <param name="routingKey">The key that is known here.</param>
    public static PageReading Read(string body, string routingKey)
    {
        if (JsonFields.ObjectOf(body) is not { } call)
        {
            return PageReading.Refused("it is no JSON object");
        }

        var action = ActionOf(call.Text("event_action"));
        var key = call.Text("dedup_key");
        var payload = call.Member("payload");
        var summary = payload?.Text("summary");
        var refusal = WhyRefused(call, action, key, routingKey) ?? (action == PageAction.Trigger ? WhyRefused(payload) : null);
        return new PageReading(action, key, summary, refusal);
    }

    private static PageAction? ActionOf(string? name) => name switch
    {
        "trigger" => PageAction.Trigger,
        "acknowledge" => PageAction.Acknowledge,
        "resolve" => PageAction.Resolve,
        _ => null,
    };

    private static string? WhyRefused(JsonElement call, PageAction? action, string? key, string routingKey)
    {
        if (call.Text("routing_key") is not { Length: PagerProgram.RoutingKeyLength } given)
        {
            return $"'routing_key' must have {PagerProgram.RoutingKeyLength} characters";
        }

        return (action, key) switch
        {
            _ when !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(routingKey)) => "'routing_key' is not known here",
            (null, _) => "'event_action' must be 'trigger', 'acknowledge' or 'resolve'",
            (not PageAction.Trigger, null) => "'dedup_key' must say what is acknowledged or resolved",
            (_, { Length: > LongestKey }) => $"'dedup_key' may have {LongestKey} characters",
            _ => null,
        };
    }

    private static string? WhyRefused(JsonElement? payload) => (payload?.Text("summary"), payload?.Text("source"), payload?.Text("severity")) switch
    {
        (null, _, _) => "'payload.summary' is missing",
        ({ Length: > LongestSummary }, _, _) => $"'payload.summary' may have {LongestSummary} characters",
        (_, null, _) => "'payload.source' is missing",
        (_, _, var severity) when !Severities.Contains(severity) => $"'payload.severity' must be one of {string.Join(", ", Severities)}",
        _ => null,
    };
}
