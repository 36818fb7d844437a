using System.Collections.Immutable;
using System.Text.Json;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems.Attestation;

namespace StagingHarness.Execution.Stages;

/// <summary>Reads what an instance says of itself out of the JSON document that it serves.</summary>
internal sealed class JsonAttestation(JsonAttestationPlan plan, AttestationQuestion question)
{
    /// <exception cref="NoEffectException">No document came, or it does not say what it should.</exception>
    /// <exception cref="InstanceGoneException">No answer came, because the instance has ended.</exception>
    public async Task<Attested> ReadAsync(IInstance instance, CancellationToken cancellationToken)
    {
        var answer = await question.AskAsync(instance, plan.Path, cancellationToken);
        return answer.Status == 200
            ? Read(instance.Name, answer.Body, plan)
            : throw new NoEffectException($"Instance '{instance.Name}' attests nothing: '{plan.Path}' answered {answer.Status}.");
    }

    /// <summary>Version and libraries at the pointers (RFC 6901) of the plan.</summary>
    /// <exception cref="NoEffectException">The document is no JSON, or holds no text at a pointer.</exception>
    public static Attested Read(string instance, string document, JsonAttestationPlan plan)
    {
        try
        {
            using var json = JsonDocument.Parse(document);
            var version = new ServerVersion(
                Text(json.RootElement, plan.ReleasePointer, instance),
                plan.PlatformPointer is { } platform ? Text(json.RootElement, platform, instance) : ServerVersion.NoPlatform,
                plan.ConfigurationPointer is { } configuration ? Text(json.RootElement, configuration, instance) : null);
            return new Attested(version, Libraries(json.RootElement, plan.LibrariesPointer, instance));
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
