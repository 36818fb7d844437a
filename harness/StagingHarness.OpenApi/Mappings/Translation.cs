using System.Collections.Immutable;

namespace StagingHarness.OpenApi.Mappings;

/// <summary>What the operations of a document became.</summary>
/// <param name="Mappings">In the order of the document.</param>
/// <param name="LeftOut">By name, why there is no mapping of it.</param>
/// <param name="BasePaths">What goes before their paths; one, unless the document has servers of single operations.</param>
internal sealed record Translation(
    ImmutableArray<ImportedMapping> Mappings, ImmutableArray<(string Operation, string Why)> LeftOut, ImmutableArray<string> BasePaths);
