using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace StagingHarness.OpenApi.Bodies;

/// <summary>The example that a schema gives itself.</summary>
internal static class WrittenExample
{
#pragma warning disable CS0618 // Documents of 3.0 have 'example' and nothing else; it is obsolete for who writes documents.
    public static JsonNode? Of(IOpenApiSchema schema) => schema.Example ?? schema.Examples?.FirstOrDefault();
#pragma warning restore CS0618
}
