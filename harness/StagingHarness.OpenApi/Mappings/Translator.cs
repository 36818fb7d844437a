using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using StagingHarness.MappingFiles;
using StagingHarness.OpenApi.Notes;
using StagingHarness.OpenApi.Reading;
using StagingHarness.Recording;

namespace StagingHarness.OpenApi.Mappings;

/// <summary>Makes a mapping of each operation.</summary>
internal sealed class Translator(ExampleSecrets secrets, NoteBook notes)
{
    private readonly RequestWriter requests = new(notes);
    private readonly AnswerWriter answers = new(secrets, notes);
    private readonly MappingTitles titles = new(notes);
    private readonly List<(string Operation, string Why)> leftOut = [];
    private readonly Dictionary<string, string> asked = new(StringComparer.Ordinal);

    public Translation Translate(OpenApiDocument document, ImmutableArray<ImportedOperation> operations)
    {
        foreach (var (name, _) in document.Webhooks ?? new Dictionary<string, IOpenApiPathItem>())
        {
            notes.Leave(LeftOut.Webhooks, "/webhooks", $"'{name}'");
        }

        var mappings = operations.Select(operation => Of(operation, document)).OfType<ImportedMapping>().ToImmutableArray();
        return new Translation(mappings, [.. leftOut], [.. operations.Select(operation => operation.BasePath).Distinct()]);
    }

    private ImportedMapping? Of(ImportedOperation operation, OpenApiDocument document)
    {
        try
        {
            return Followed(operation, document);
        }
        catch (InvalidOperationException exception) when (CircularReference.IsTold(exception))
        {
            notes.Error(operation.Pointer, $"'{operation.Label}' needs what is nothing but references to itself.", "write down what it is");
            return Without(operation, "what it needs is nothing but references to itself");
        }
    }

    private ImportedMapping? Followed(ImportedOperation operation, OpenApiDocument document)
    {
        if (operation.Template.AsSpan().IndexOfAny('?', '#') >= 0)
        {
            notes.Leave(LeftOut.Paths, operation.Pointer, $"'{operation.Template}'");
            return Without(operation, "its path is none");
        }

        if (OwnEndpoint.WhyLeftOut(operation.BasePath + operation.Template) is { } why)
        {
            return Without(operation, why);
        }

        var choice = AnswerChoice.Of(operation.Operation.Responses);
        if (choice is null)
        {
            return Without(operation, "it has no answer");
        }

        NoteRest(operation, choice, document);
        var (request, priority) = requests.Write(operation);
        if (answers.Write(operation, choice) is not { } response)
        {
            return Without(operation, "its answer is not to be read");
        }

        return Named(operation, choice, priority, request, response);
    }

    private ImportedMapping? Named(ImportedOperation operation, AnswerChoice choice, int priority, JsonObject request, JsonObject response)
    {
        var call = request.ToJsonString();
        if (asked.TryGetValue(call, out var before))
        {
            return Without(operation, $"'{before}' answers the same calls");
        }

        var (title, file) = titles.Of(operation);
        var mapping = ImportedMapping.Of(title, file, DescriptionOf(operation.Operation.Responses!, choice), priority, request, response);
        if (secrets.IsIn(mapping.Json))
        {
            return Without(operation, "a secret would be left in it");
        }

        asked[call] = operation.Label;
        return mapping;
    }

    /// <summary>What a step may answer instead; null where nothing else is documented.</summary>
    private static string? DescriptionOf(OpenApiResponses responses, AnswerChoice choice) => responses.Count < 2
        ? null
        : $"The document also has {string.Join(", ", responses.Keys.Where(key => key != choice.Key).Order(StringComparer.Ordinal))}.";

    private void NoteRest(ImportedOperation operation, AnswerChoice choice, OpenApiDocument document)
    {
        var label = $"'{operation.Label}'";
        if (operation.Operation.Callbacks is { Count: > 0 })
        {
            notes.Leave(LeftOut.Callbacks, $"{operation.Pointer}/callbacks", label);
        }

        if (choice.Response is not (OpenApiResponseReference and ({ UnresolvedReference: true } or { Reference.IsExternal: true })) && choice.Response.Links is { Count: > 0 })
        {
            notes.Leave(LeftOut.Links, $"{operation.Pointer}/responses/{choice.Key}/links", label);
        }

        foreach (var scheme in (operation.Operation.Security ?? document.Security ?? []).SelectMany(requirement => requirement.Keys))
        {
            notes.Leave(LeftOut.Credentials, operation.Operation.Security is null ? "/security" : $"{operation.Pointer}/security", $"'{scheme.Reference.Id}'");
        }
    }

    private ImportedMapping? Without(ImportedOperation operation, string why)
    {
        leftOut.Add((operation.Label, why));
        return null;
    }
}
