using System.Text.Json;
using System.Text.Json.Nodes;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.Execution.Faults;

/// <summary>Lays what the provider was told beside what it says, facet by facet.</summary>
internal static class FacetReceipt
{
    /// <summary>Facets that are not plain, by their names in what the two say to each other.</summary>
    public static IReadOnlyList<string> Names(FacetSettings settings) => [.. Told(settings).Select(facet => facet.Key).Order(StringComparer.Ordinal)];

    /// <summary>The first facet that is not as it was told to be; null when all are.</summary>
    public static string? Missing(FacetSettings wanted, FacetSettings said)
    {
        var now = Told(said);
        return Told(wanted).Where(facet => !Holds(facet.Value!, now[facet.Key])).Select(facet => facet.Key).FirstOrDefault();
    }

    private static JsonObject Told(FacetSettings settings)
    {
        var json = (JsonObject)JsonSerializer.SerializeToNode(settings, StandInJson.Default.FacetSettings)!;
        foreach (var name in json.Where(facet => facet.Value is null).Select(facet => facet.Key).ToArray())
        {
            json.Remove(name);
        }

        return json;
    }

    /// <summary>Rules of endpoints add up: those that were told before stay beside the new ones.</summary>
    private static bool Holds(JsonNode wanted, JsonNode? said) => (wanted, said) switch
    {
        (JsonObject rules, JsonObject all) => rules.All(rule => JsonNode.DeepEquals(rule.Value, all[rule.Key])),
        _ => JsonNode.DeepEquals(wanted, said),
    };
}
