using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using StagingHarness.OpenApi.Notes;
using StagingHarness.OpenApi.Reading;
using StagingHarness.Recording;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.OpenApi.Bodies;

/// <summary>The body of an answer: the document's own example, else one that is made from the schema.</summary>
internal sealed class AnswerBody(ExampleSecrets secrets, NoteBook notes)
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Null where there is none.</returns>
    public string? Of(MediaChoice choice, string pointer, string owner)
    {
        var at = $"{pointer}/content/{PointerStep.Of(choice.Key)}";
        if (ExampleOf(choice.Media, at, owner) is { } example)
        {
            return TextOf(choice, new Sample(example.Value is JsonValue && !choice.IsJson ? example.Value : secrets.Value(name: null, example.Value)), isExample: true, at, owner);
        }

        var made = choice.Media.Schema is { } schema ? new SchemaSamples(secrets, notes, $"{at}/schema", owner).Of(schema, name: null) : null;
        if (made is null && (choice.Media.Schema ?? choice.Media.ItemSchema) is null)
        {
            return null;
        }

        return TextOf(choice, made ?? new Sample(new JsonObject()), isExample: false, at, owner);
    }

    /// <summary>The first one that stands in the document.</summary>
    private Sample? ExampleOf(IOpenApiMediaType media, string pointer, string owner)
    {
        if (media.Example is { } example)
        {
            return new Sample(PlainJson.Of(example));
        }

        foreach (var (name, one) in media.Examples ?? new Dictionary<string, IOpenApiExample>())
        {
            if (one is OpenApiExampleReference reference and ({ UnresolvedReference: true } or { Reference.IsExternal: true }))
            {
                var (summary, hint) = ReferenceWords.Of(reference.Reference, "example", owner);
                notes.Error($"{pointer}/examples/{PointerStep.Of(name)}", summary, hint);
            }
            else if ((one.Value ?? one.DataValue) is { } value)
            {
                return new Sample(PlainJson.Of(value));
            }
            else if (one.ExternalValue is not null)
            {
                notes.Leave(LeftOut.ExternalExamples, $"{pointer}/examples/{PointerStep.Of(name)}", $"'{name}' of '{owner}'");
            }
        }

        return null;
    }

    private string? TextOf(MediaChoice choice, Sample sample, bool isExample, string pointer, string owner)
    {
        var isString = sample.Value?.GetValueKind() == JsonValueKind.String;
        if (choice.IsJson)
        {
            return isString && isExample && IsJsonText(choice.Media, sample.Value!) ? secrets.Text(sample.Value!.GetValue<string>()) : Written(sample.Value);
        }

        if (isExample && isString)
        {
            return secrets.Text(sample.Value!.GetValue<string>());
        }

        if (choice.IsText)
        {
            return isString ? sample.Value!.GetValue<string>() : Written(sample.Value);
        }

        notes.Leave(LeftOut.Bodies, pointer, $"'{owner}'");
        return null;
    }

    /// <summary>Some documents have the text of a JSON body as its example.</summary>
    private static bool IsJsonText(IOpenApiMediaType media, JsonNode example)
    {
        if (media.Schema?.Type is JsonSchemaType.String || example.GetValue<string>().AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return false;
        }

        try
        {
            using var _ = JsonDocument.Parse(example.GetValue<string>());
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Written(JsonNode? value) => value?.ToJsonString(Form) ?? "null";
}
