using System.Collections.Immutable;

namespace StagingHarness.OpenApi;

/// <summary>What is imported, and where to.</summary>
public sealed record ImportOrder
{
    /// <summary>The document: OpenAPI 3.0, 3.1 or 3.2, or Swagger 2.0, as JSON or YAML.</summary>
    public required string File { get; init; }

    /// <summary>Gets a mapping file for each operation.</summary>
    public required string Folder { get; init; }

    /// <summary>What goes before each path, without a slash at its end; null for what the document's servers say.</summary>
    public string? BasePath { get; init; }

    /// <summary>Operations by id, or by method and path, with <c>*</c> for anything; empty for all.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>Names of headers and members whose values are hidden, beside those that always are.</summary>
    public ImmutableArray<string> Hide { get; init; } = [];

    /// <summary>Files that are there already are replaced.</summary>
    public bool Force { get; init; }

    /// <summary>What can be read of a document with mistakes is imported.</summary>
    public bool Lenient { get; init; }
}
