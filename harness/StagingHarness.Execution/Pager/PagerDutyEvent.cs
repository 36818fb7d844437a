using System.Text.Json.Nodes;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Pager;

namespace StagingHarness.Execution.Pager;

/// <summary>A call in the form of PagerDuty's Events API v2.</summary>
internal static class PagerDutyEvent
{
    private const int LongestSummary = 1024;

    /// <summary>One matter of one run.</summary>
    public static string KeyOf(PageCall call) => $"{call.RunId}/{call.About}";

    public static string BodyOf(PageCall call, string routingKey)
    {
        var body = new JsonObject
        {
            ["routing_key"] = routingKey,
            ["event_action"] = call.Action switch
            {
                PageAction.Trigger => "trigger",
                PageAction.Acknowledge => "acknowledge",
                PageAction.Resolve => "resolve",
            },
            ["dedup_key"] = KeyOf(call),
            ["client"] = "StagingHarness",
        };
        if (call.Action == PageAction.Trigger)
        {
            body["payload"] = new JsonObject
            {
                ["summary"] = call.Summary.Length <= LongestSummary ? call.Summary : call.Summary[..LongestSummary],
                ["source"] = call.Source,
                ["severity"] = "critical",
                ["timestamp"] = call.At.ToString("O"),
                ["component"] = call.Service,
                ["class"] = call.About,
                ["custom_details"] = new JsonObject { ["run"] = call.RunId },
            };
        }

        return body.ToJsonString();
    }
}
