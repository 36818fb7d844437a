using System.Text.Json.Nodes;

namespace StagingHarness.Tests.Scenarios.Schemas;

/// <summary>A key of the model as the schema has it.</summary>
/// <param name="Path">Definition and key.</param>
/// <param name="Schema">What may stand there.</param>
internal sealed record SchemaProperty(string Path, JsonObject Schema)
{
    public string Key => Path[(Path.IndexOf('.', StringComparison.Ordinal) + 1)..];

    /// <summary>The default as YAML writes it; null when there is none.</summary>
    public string? Default => Schema["default"]?.ToString();
}
