using System.Text;
using StagingHarness.OpenApi.Places;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.OpenApi.Reading;

/// <summary>A document as JSON, and where everything in it stands in the file.</summary>
/// <param name="Json">The file itself, or what its YAML stands for.</param>
/// <param name="Places">Of all keys and entries.</param>
internal sealed record OpenApiText(string Json, DocumentPlaces Places)
{
    /// <summary>Far more than the largest document that is known.</summary>
    private const int MostBytes = 64 * 1024 * 1024;

    /// <exception cref="IOException">It is not there, cannot be read, or is no text.</exception>
    public static OpenApiText Read(string file)
    {
        if (new FileInfo(file) is { Exists: true, Length: > MostBytes })
        {
            throw new IOException("it holds more than 64 MiB");
        }

        try
        {
            return Of(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            throw new IOException("it is no UTF-8");
        }
    }

    /// <summary>JSON is told by its name or its first letter.</summary>
    private static OpenApiText Of(string file, string text)
    {
        var isYaml = file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
        var isJson = file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || (!isYaml && text.AsSpan().TrimStart() is ['{', ..]);
        if (isJson)
        {
            return new OpenApiText(text, JsonPlaces.Of(text));
        }

        var yaml = YamlAsJson.Read(text);
        return new OpenApiText(yaml.Root?.ToJsonString() ?? "", YamlPlaces.Of(yaml));
    }
}
