using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using StagingHarness.OpenApi;
using StagingHarness.TestKit.Files;

namespace StagingHarness.Tests.OpenApi;

/// <summary>A small document, and what an import makes of it; everything that is written can be named by a system.</summary>
internal sealed class Imported
{
    private readonly Dictionary<string, JsonObject> mappings = new(StringComparer.Ordinal);

    public required ImportResult Result { get; init; }

    /// <summary>By title.</summary>
    public IReadOnlyDictionary<string, JsonObject> Mappings => mappings;

    public IEnumerable<string> FileNames => Result.Files.Select(file => Path.GetFileName(file)!);

    /// <summary>Notes without their places.</summary>
    public IEnumerable<string> Notes => Result.Notes.Select(note => note.Summary);

    public JsonObject this[string title] => mappings[title];

    /// <summary>All but the head of a document, as YAML.</summary>
    public static Imported Of(string rest, string version = "3.0.3", Func<ImportOrder, ImportOrder>? change = null) =>
        OfFile("rates.yaml", $"openapi: {version}\ninfo: {{ title: t, version: '1' }}\n{rest}", change);

    /// <summary>One operation that answers JSON by a schema, in flow style.</summary>
    public static Imported OfSchema(string schema, string schemas = "{}", string version = "3.0.3") => Of(
        $"paths: {{ /a: {{ get: {{ operationId: a, responses: {{ '200': {{ description: d, content: {{ application/json: {{ schema: {schema} }} }} }} }} }} }} }}\ncomponents: {{ schemas: {schemas} }}\n",
        version);

    public static Imported OfFile(string name, string text, Func<ImportOrder, ImportOrder>? change = null)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, name);
        File.WriteAllText(file, text);
        var order = new ImportOrder { File = file, Folder = Path.Combine(folder.Path, "made") };
        var imported = new Imported { Result = OpenApiImporter.Run(change is null ? order : change(order)) };
        foreach (var mapping in imported.Result.Files.Select(made => JsonNode.Parse(File.ReadAllText(made))!.AsObject()))
        {
            imported.mappings.Add(mapping["Title"]!.GetValue<string>(), mapping);
        }

        imported.Result.Findings.Should().BeEmpty("a system is to name the files as they are");
        return imported;
    }

    /// <summary>What operation <c>a</c> answers; null where it has no body.</summary>
    public string? Body(string title = "a") => this[title]["Response"]!["Body"]?.GetValue<string>();

    /// <summary>Compact, with nothing escaped that needs not be.</summary>
    public static string Text(JsonNode? node) => node is null ? "null" : node.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
