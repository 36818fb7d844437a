using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace StagingHarness.Scenarios.Documents.Syntax;

/// <summary>A YAML file of somebody else, as the JSON that it stands for, and where everything in it stands.</summary>
public sealed record PlacedYaml
{
    /// <summary>Null where the file holds nothing, or null.</summary>
    public JsonNode? Root { get; init; }

    /// <summary>Line and column from 1 of keys and entries, by their JSON pointers: <c>/paths/~1rates/get</c>. What an alias stands for has the place of its anchor.</summary>
    public ImmutableArray<(string Pointer, int Line, int Column)> Places { get; init; } = [];

    /// <summary>Where it is broken, what is wrong in a sentence, and what to do; null where it can be read.</summary>
    public (int Line, int Column, string Summary, string Hint)? Broken { get; init; }
}
