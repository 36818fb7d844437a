using System.Collections.Immutable;
using Microsoft.OpenApi;

namespace StagingHarness.OpenApi.Mappings;

/// <summary>One operation of a document, with what its path says of it.</summary>
internal sealed record ImportedOperation
{
    /// <summary>In capital letters.</summary>
    public required string Method { get; init; }

    /// <summary>As the document has it: <c>/rates/{base}</c>.</summary>
    public required string Template { get; init; }

    /// <summary>What goes before it; no slash at its end.</summary>
    public required string BasePath { get; init; }

    /// <summary>Where it stands in the document.</summary>
    public required string Pointer { get; init; }

    public required OpenApiOperation Operation { get; init; }

    /// <summary>Its own, and those of its path that it does not give itself; each with its place.</summary>
    public required ImmutableArray<(IOpenApiParameter Parameter, string Pointer)> Parameters { get; init; }

    /// <summary>By what people know it in the document.</summary>
    public string Label => Operation.OperationId is { Length: > 0 } id ? id : Call;

    /// <summary>Method and path.</summary>
    public string Call => $"{Method} {Template}";
}
