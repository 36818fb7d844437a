using System.Text.Json;
using System.Text.Json.Nodes;
using StagingHarness.Analysis.Bounds;
using StagingHarness.Engines;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Loading;

/// <summary>A plan for programs: every default as a value, and what the plan can do at best under <c>bounds</c>.</summary>
public static class PlanDocument
{
    /// <summary>One line of JSON; its version is the plan's own <c>formatVersion</c>.</summary>
    public static string Print(ScenarioPlan plan) => Print(plan, outlook: null);

    /// <summary>As above, with what an engine can do of it under <c>engine</c>; null leaves that out.</summary>
    public static string Print(ScenarioPlan plan, EngineOutlook? outlook)
    {
        var document = JsonSerializer.SerializeToNode(plan, PlanJson.Options)!.AsObject();
        document["bounds"] = JsonSerializer.SerializeToNode(PlanBounds.Of(plan), PlanJson.Options) as JsonObject;
        if (outlook is not null)
        {
            document["engine"] = JsonSerializer.SerializeToNode(outlook, PlanJson.Options);
        }

        return document.ToJsonString(PlanJson.Options);
    }
}
