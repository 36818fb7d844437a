using System.Collections.Immutable;
using System.IO.Enumeration;
using Microsoft.OpenApi;
using StagingHarness.OpenApi.Notes;
using StagingHarness.OpenApi.Reading;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.OpenApi.Mappings;

/// <summary>The operations of a document, in its order.</summary>
internal static class OperationList
{
    /// <param name="document">Of which.</param>
    /// <param name="basePath">Instead of what its servers say; null for those.</param>
    /// <param name="only">Names or calls, with <c>*</c> for anything; empty for all.</param>
    /// <param name="notes">Hears what is wrong with them.</param>
    public static ImmutableArray<ImportedOperation> Of(OpenApiDocument document, string? basePath, ImmutableArray<string> only, NoteBook notes)
    {
        var all = ImmutableArray.CreateBuilder<ImportedOperation>();
        foreach (var (template, path) in document.Paths ?? [])
        {
            var pointer = $"/paths/{PointerStep.Of(template)}";
            try
            {
                all.AddRange(OfPath(document, template, path, pointer, basePath, notes));
            }
            catch (InvalidOperationException exception) when (CircularReference.IsTold(exception))
            {
                notes.Error(pointer, $"path '{template}' is nothing but references to itself.", "write down what it is");
            }
        }

        return [.. all.Where(operation => only.IsEmpty || only.Any(pattern => IsMeant(pattern, operation)))];
    }

    private static ImmutableArray<ImportedOperation> OfPath(OpenApiDocument document, string template, IOpenApiPathItem path, string pointer, string? basePath, NoteBook notes)
    {
        if (path is OpenApiPathItemReference reference and ({ UnresolvedReference: true } or { Reference.IsExternal: true }))
        {
            var (summary, hint) = ReferenceWords.Of(reference.Reference, "path", template);
            notes.Error(pointer, summary, hint);
            return [];
        }

        var operations = ImmutableArray.CreateBuilder<ImportedOperation>();
        foreach (var (method, operation) in path.Operations ?? [])
        {
            var at = $"{pointer}/{method.Method.ToLowerInvariant()}";
            operations.Add(new ImportedOperation
            {
                Method = method.Method.ToUpperInvariant(),
                Template = template,
                BasePath = basePath ?? BasePathOf(FirstOf(operation.Servers) ?? FirstOf(path.Servers) ?? FirstOf(document.Servers)),
                Pointer = at,
                Operation = operation,
                Parameters = ParametersOf(path, pointer, operation, at),
            });
        }

        return operations.ToImmutable();
    }

    /// <summary>The path of a server's URL, with the defaults of its variables; no slash at its end.</summary>
    private static string BasePathOf(OpenApiServer? server)
    {
        var url = (server?.Variables ?? new Dictionary<string, OpenApiServerVariable>())
            .Aggregate(server?.Url ?? "", (text, variable) => text.Replace($"{{{variable.Key}}}", variable.Value.Default ?? "", StringComparison.Ordinal));
        var path = url.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme
            ? url.IndexOf('/', scheme + 3) is >= 0 and var slash ? url[slash..] : ""
            : url;
        path = path.Split('?', '#')[0].TrimEnd('/');
        return path.Length == 0 || path.StartsWith('/') ? path : $"/{path.TrimStart('.', '/')}";
    }

    private static OpenApiServer? FirstOf(IList<OpenApiServer>? servers) => servers is [var first, ..] ? first : null;

    private static ImmutableArray<(IOpenApiParameter Parameter, string Pointer)> ParametersOf(IOpenApiPathItem path, string pathPointer, OpenApiOperation operation, string pointer)
    {
        var own = Placed(operation.Parameters, pointer).ToList();
        return
        [
            .. Placed(path.Parameters, pathPointer).Where(shared => !own.Exists(one => IsSame(one.Parameter, shared.Parameter))),
            .. own,
        ];
    }

    private static bool IsSame(IOpenApiParameter one, IOpenApiParameter other)
    {
        try
        {
            return one.Name == other.Name && one.In == other.In;
        }
        catch (InvalidOperationException exception) when (CircularReference.IsTold(exception))
        {
            // Both stay, and whoever asks for what the one must have tells of it.
            return false;
        }
    }

    private static IEnumerable<(IOpenApiParameter Parameter, string Pointer)> Placed(IList<IOpenApiParameter>? parameters, string pointer) =>
        (parameters ?? []).Select((parameter, index) => (parameter, FormattableString.Invariant($"{pointer}/parameters/{index}")));

    private static bool IsMeant(string pattern, ImportedOperation operation) =>
        FileSystemName.MatchesSimpleExpression(pattern, operation.Label) || FileSystemName.MatchesSimpleExpression(pattern, operation.Call);
}
