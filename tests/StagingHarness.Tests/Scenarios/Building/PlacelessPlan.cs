using System.Text.Json;
using System.Text.Json.Nodes;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Tests.Scenarios.Building;

/// <summary>A plan as JSON without where it is written, so that the same scenario in a file and in code gives the same text.</summary>
internal static class PlacelessPlan
{
    public static string Of(ScenarioPlan plan)
    {
        var json = JsonSerializer.SerializeToNode(plan with { File = "" }, PlanJson.Options)!;
        RemovePlaces(json);
        return json.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static void RemovePlaces(JsonNode? node)
    {
        if (node is JsonObject mapping)
        {
            mapping.Remove("place");
            mapping.ToList().ForEach(property => RemovePlaces(property.Value));
        }
        else if (node is JsonArray list)
        {
            list.ToList().ForEach(RemovePlaces);
        }
    }
}
