using System.Collections.Immutable;

namespace StagingHarness.Protocols.Generator;

/// <summary>Headers that replace all earlier ones.</summary>
public sealed record GeneratorHeaders(ImmutableSortedDictionary<string, string> Headers);
