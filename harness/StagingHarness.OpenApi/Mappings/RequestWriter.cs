using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using StagingHarness.MappingFiles;
using StagingHarness.OpenApi.Notes;
using StagingHarness.OpenApi.Reading;

namespace StagingHarness.OpenApi.Mappings;

/// <summary>What a mapping asks of calls: method, path, and what the document says that a call must have.</summary>
internal sealed class RequestWriter(NoteBook notes)
{
    private const int MostConditions = 9;

    /// <summary>And its priority: who asks for more goes first.</summary>
    public (JsonObject Request, int Priority) Write(ImportedOperation operation)
    {
        var (path, looseness) = PathWriter.Of(operation.BasePath + operation.Template);
        var request = new JsonObject { ["Path"] = path, ["Methods"] = new JsonArray(operation.Method) };
        var parameters = new JsonArray();
        var headers = new JsonArray();
        foreach (var (parameter, pointer) in operation.Parameters)
        {
            Add(parameter, pointer, operation, parameters, headers);
        }

        AddContentType(operation, headers);
        if (parameters.Count > 0)
        {
            request["Params"] = parameters;
        }

        if (headers.Count > 0)
        {
            request["Headers"] = headers;
        }

        return (request, MappingForm.PlainPriority + looseness - Math.Min(parameters.Count + headers.Count, MostConditions));
    }

    private void Add(IOpenApiParameter parameter, string pointer, ImportedOperation operation, JsonArray parameters, JsonArray headers)
    {
        if (parameter is OpenApiParameterReference reference and ({ UnresolvedReference: true } or { Reference.IsExternal: true }))
        {
            var (summary, hint) = ReferenceWords.Of(reference.Reference, "parameter", operation.Label);
            notes.Error(pointer, summary, hint);
            return;
        }

        if (!parameter.Required || parameter.Name is not { Length: > 0 } name)
        {
            return;
        }

        var label = $"'{name}' of '{operation.Label}'";
        switch (parameter.In)
        {
            case ParameterLocation.Query when IsSpread(parameter):
            case ParameterLocation.QueryString:
                notes.Leave(LeftOut.Spread, pointer, label);
                break;
            case ParameterLocation.Query:
                // WireMock.Net leaves a parameter out that has no matcher.
                parameters.Add((JsonNode)Named(name, "*"));
                break;
            case ParameterLocation.Header when !IsSaidElsewhere(name):
                headers.Add((JsonNode)Named(name, "*"));
                break;
            case ParameterLocation.Cookie:
                notes.Leave(LeftOut.Cookies, pointer, label);
                break;
        }
    }

    /// <summary>Any of those that the document has for the body that a call must have.</summary>
    private void AddContentType(ImportedOperation operation, JsonArray headers)
    {
        var body = operation.Operation.RequestBody;
        if (body is OpenApiRequestBodyReference reference and ({ UnresolvedReference: true } or { Reference.IsExternal: true }))
        {
            var (summary, hint) = ReferenceWords.Of(reference.Reference, "request body", operation.Label);
            notes.Error($"{operation.Pointer}/requestBody", summary, hint);
        }
        else if (body is { Required: true, Content: { Count: > 0 } content })
        {
            var types = content.Keys.Select(type => type.Split(';', 2)[0].Trim()).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            if (!types.Contains("*/*"))
            {
                headers.Add((JsonNode)Named("Content-Type", [.. types.Select(type => type.EndsWith('*') ? type : $"{type}*")]));
            }
        }
    }

    private static JsonObject Named(string name, params string[] patterns) => new()
    {
        ["Name"] = name,
        ["Matchers"] = new JsonArray([.. patterns.Select(pattern => new JsonObject { ["Name"] = "WildcardMatcher", ["Pattern"] = pattern, ["IgnoreCase"] = true })]),
    };

    /// <summary>One object of which each member is a parameter of its own.</summary>
    private static bool IsSpread(IOpenApiParameter parameter) => parameter.Style == ParameterStyle.DeepObject
        || (parameter.Explode && parameter.Style is null or ParameterStyle.Form && parameter.Schema is { Type: { } type } && type.HasFlag(JsonSchemaType.Object));

    /// <summary>OpenAPI has these at other places, and says that a parameter of such a name means nothing.</summary>
    private static bool IsSaidElsewhere(string name) =>
        name.Equals("Accept", StringComparison.OrdinalIgnoreCase) || name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Authorization", StringComparison.OrdinalIgnoreCase);
}
