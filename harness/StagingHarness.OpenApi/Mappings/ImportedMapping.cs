using System.Text.Json.Nodes;
using StagingHarness.MappingFiles;

namespace StagingHarness.OpenApi.Mappings;

/// <summary>An operation as a mapping of WireMock.Net's.</summary>
/// <param name="Title">By which expectations and steps know it.</param>
/// <param name="File">Its name, without a folder.</param>
/// <param name="Json">As it is written.</param>
/// <param name="Bytes">As a plan holds it: compact, in ASCII.</param>
internal sealed record ImportedMapping(string Title, string File, string Json, int Bytes)
{
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
        return new ImportedMapping(title, file, MappingForm.Of(mapping) + "\n", mapping.ToJsonString().Length);
    }
}
