using System.Collections.Immutable;
using System.Text.Json;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Stages;

/// <summary>Reads what a server says of itself out of the JSON document that it serves.</summary>
internal static class Attestation
{
    /// <summary>Version and libraries at the pointers (RFC 6901) of the plan.</summary>
    /// <exception cref="NoEffectException">The document is no JSON, or holds no text at a pointer.</exception>
    public static (ServerVersion Version, ImmutableSortedDictionary<string, string> Libraries) Read(
        string instance, string document, JsonAttestationPlan plan)
    {
        try
        {
            using var json = JsonDocument.Parse(document);
            var version = new ServerVersion(
                Text(json.RootElement, plan.ReleasePointer, instance),
                plan.PlatformPointer is { } platform ? Text(json.RootElement, platform, instance) : ServerVersion.NoPlatform);
            return (version, Libraries(json.RootElement, plan.LibrariesPointer, instance));
        }
        catch (JsonException exception)
        {
            throw new NoEffectException(
                $"Instance '{instance}' attests nothing: '{plan.Path}' is not JSON ({exception.Message}) Correct 'attest.path' in the system file.");
        }
    }

    private static ImmutableSortedDictionary<string, string> Libraries(JsonElement root, string? pointer, string instance) =>
        pointer is null
            ? ImmutableSortedDictionary<string, string>.Empty
            : Find(root, pointer) is { ValueKind: JsonValueKind.Object } libraries
                ? libraries.EnumerateObject().ToImmutableSortedDictionary(
                    library => library.Name, library => library.Value.ToString(), StringComparer.Ordinal)
                : throw Missing(instance, pointer, "object of library name to version");

    private static string Text(JsonElement root, string pointer, string instance) =>
        Find(root, pointer) is { ValueKind: JsonValueKind.String } text
            ? text.GetString()!
            : throw Missing(instance, pointer, "text");

    private static NoEffectException Missing(string instance, string pointer, string wanted) =>
        new($"Instance '{instance}' attests no version: its document holds no {wanted} at '{pointer}'. Correct 'attest' in the system file.");

    private static JsonElement? Find(JsonElement element, string pointer)
    {
        foreach (var escaped in pointer.Split('/').Skip(1))
        {
            var key = escaped.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(key, out element))
            {
                return null;
            }
        }

        return element;
    }
}
