using System.Text.Json;
using System.Text.Json.Nodes;
using StagingHarness.Analysis.Bounds;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Loading;

/// <summary>A plan for programs: every default as a value, and what the plan can do at best under <c>bounds</c>.</summary>
public static class PlanDocument
{
    /// <summary>One line of JSON; its version is the plan's own <c>formatVersion</c>.</summary>
    public static string Print(ScenarioPlan plan)
    {
        var document = JsonSerializer.SerializeToNode(plan, PlanJson.Options)!.AsObject();
        document["bounds"] = JsonSerializer.SerializeToNode(PlanBounds.Of(plan), PlanJson.Options) as JsonObject;
        return document.ToJsonString(PlanJson.Options);
    }
}
