using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using StagingHarness.OpenApi.Bodies;
using StagingHarness.OpenApi.Notes;
using StagingHarness.OpenApi.Reading;
using StagingHarness.Recording;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.OpenApi.Mappings;

/// <summary>A documented answer becomes what a mapping answers: status, headers of which there is an example, and body.</summary>
internal sealed class AnswerWriter(ExampleSecrets secrets, NoteBook notes)
{
    private readonly AnswerBody bodies = new(secrets, notes);

    /// <returns>Null where the answer is not to be read; the book says why.</returns>
    public JsonObject? Write(ImportedOperation operation, AnswerChoice answer)
    {
        var pointer = $"{operation.Pointer}/responses/{PointerStep.Of(answer.Key)}";
        if (answer.Response is OpenApiResponseReference reference and ({ UnresolvedReference: true } or { Reference.IsExternal: true }))
        {
            var (summary, hint) = ReferenceWords.Of(reference.Reference, "answer", operation.Label);
            notes.Error(pointer, summary, hint);
            return null;
        }

        var response = new JsonObject { ["StatusCode"] = answer.Status };
        var headers = new JsonObject();
        var hasBody = answer.Status is not (204 or 205 or 304) && operation.Method != "HEAD";
        var body = hasBody && MediaChoice.Of(answer.Response.Content) is { } choice ? (choice.ContentType, bodies.Of(choice, pointer, operation.Label)) : (null, null);
        if (body.ContentType is not null)
        {
            headers["Content-Type"] = body.ContentType;
        }

        foreach (var (name, header) in answer.Response.Headers ?? new Dictionary<string, IOpenApiHeader>())
        {
            if (ExampleHeaders.IsSent(name) && HeaderOf(name, header, $"{pointer}/headers/{PointerStep.Of(name)}", operation) is { } value)
            {
                headers[name] = value;
            }
        }

        if (headers.Count > 0)
        {
            response["Headers"] = headers;
        }

        if (body.Item2 is { Length: > 0 } text)
        {
            response["Body"] = text;
        }

        return response;
    }

    /// <summary>Of one without an example, there is one only where an answer must have it.</summary>
    private string? HeaderOf(string name, IOpenApiHeader header, string pointer, ImportedOperation operation)
    {
        if (header is OpenApiHeaderReference reference and ({ UnresolvedReference: true } or { Reference.IsExternal: true }))
        {
            var (summary, hint) = ReferenceWords.Of(reference.Reference, "header", operation.Label);
            notes.Error(pointer, summary, hint);
            return null;
        }

        var example = header.Example ?? header.Examples?.Values.Select(one => one.Value).FirstOrDefault(value => value is not null);
        if (example is not null)
        {
            return secrets.Header(name, TextOf(PlainJson.Of(example)));
        }

        return header.Schema is { } schema && (header.Required || HasExample(schema))
            ? TextOf(new SchemaSamples(secrets, notes, pointer, operation.Label).Of(schema, name)?.Value)
            : null;
    }

    private static bool HasExample(IOpenApiSchema schema) => schema is not (OpenApiSchemaReference and ({ UnresolvedReference: true } or { Reference.IsExternal: true }))
        && (WrittenExample.Of(schema) is not null || schema.Default is not null || schema.Const is not null || schema.Enum is { Count: > 0 });

    /// <summary>In the simple style, which headers have.</summary>
    private static string TextOf(JsonNode? value) => (value switch
    {
        null => "",
        JsonArray list => string.Join(',', list.Select(TextOf)),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
        _ => value.ToJsonString(),
    }).ReplaceLineEndings(" ");
}
