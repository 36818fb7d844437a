using System.Text.Json;

namespace StagingHarness.Execution.Engines.Docker.Failures;

/// <summary>What an engine says when it refuses: the message in the body of its answer.</summary>
internal static class EngineWords
{
    public static string Of(string? body)
    {
        try
        {
            using var document = JsonDocument.Parse(body ?? "");
            return document.RootElement.GetProperty("message").GetString()?.ReplaceLineEndings(" ").TrimEnd('.', ' ') ?? "";
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (body ?? "").ReplaceLineEndings(" ").Trim();
        }
    }
}
