using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StagingHarness.OpenApi.Mappings;

/// <summary>An operation as a mapping of WireMock.Net's.</summary>
/// <param name="Title">By which expectations and steps know it.</param>
/// <param name="File">Its name, without a folder.</param>
/// <param name="Json">As it is written.</param>
internal sealed record ImportedMapping(string Title, string File, string Json)
{
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ImportedMapping Of(string title, string file, string? description, int priority, JsonObject request, JsonObject response)
    {
        var mapping = new JsonObject { [nameof(Title)] = title };
        if (description is not null)
        {
            mapping["Description"] = description;
        }

        mapping["Priority"] = priority;
        mapping["Request"] = request;
        mapping["Response"] = response;
        return new ImportedMapping(title, file, mapping.ToJsonString(Form) + "\n");
    }
}
