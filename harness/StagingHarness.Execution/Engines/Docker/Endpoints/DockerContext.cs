using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace StagingHarness.Execution.Engines.Docker.Endpoints;

/// <summary>Reads the docker command's contexts: named endpoints, one of which is the current one.</summary>
internal static class DockerContext
{
    /// <summary>The context that means no context.</summary>
    public const string None = "default";

    /// <summary>Name in <c>currentContext</c> of config.json; null when there is none.</summary>
    public static string? Current(EndpointSurroundings surroundings, string configFolder)
    {
        if (surroundings.ReadFile(Path.Combine(configFolder, "config.json")) is not { } text)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("currentContext", out var current)
                && current.ValueKind == JsonValueKind.String
                    ? current.GetString()
                    : null;
        }
        catch (JsonException)
        {
            // The docker command warns of such a file and goes on without it.
            return null;
        }
    }

    /// <summary>Address of a context's engine.</summary>
    /// <exception cref="DockerSettingException">The context does not exist, or names no address.</exception>
    public static string AddressOf(string context, string source, EndpointSurroundings surroundings, string configFolder)
    {
        // The docker command keeps each context in a folder that is named after the hash of its name.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(context)));
        var file = Path.Combine(configFolder, "contexts", "meta", hash, "meta.json");
        var text = surroundings.ReadFile(file)
            ?? throw new DockerSettingException(source, context, $"there is no such context ('{file}' cannot be read)", "See 'docker context ls'.");
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.GetProperty("Endpoints").GetProperty("docker").GetProperty("Host").GetString() is { Length: > 0 } host
                ? host
                : throw NoAddress(source, context, file);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw NoAddress(source, context, file);
        }
    }

    private static DockerSettingException NoAddress(string source, string context, string file) =>
        new(source, context, $"'{file}' names no address of an engine", "See 'docker context inspect'.");
}
