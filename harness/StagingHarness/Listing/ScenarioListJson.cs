using System.Text.Encodings.Web;
using System.Text.Json;

namespace StagingHarness.Listing;

/// <summary>The list for programs. Members are added in later versions, and never change their meaning within one.</summary>
public static class ScenarioListJson
{
    /// <summary>It grows when a member goes, or changes its meaning.</summary>
    public const int FormatVersion = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,

        // It is written into files and terminals, never into HTML: quotes stay quotes.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Print(IReadOnlyCollection<ListedScenario> scenarios) => JsonSerializer.Serialize(
        new
        {
            FormatVersion,
            Scenarios = scenarios.Select(scenario => new
            {
                scenario.Name,
                scenario.File,
                scenario.Title,
                Intent = scenario.Intent is { } intent ? ScenarioListText.Word(intent) : null,
                scenario.Tags,
                scenario.Errors,
            }),
        },
        Options);
}
