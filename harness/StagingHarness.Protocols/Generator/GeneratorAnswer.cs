using System.Collections.Immutable;

namespace StagingHarness.Protocols.Generator;

/// <summary>What is asked of an answer. Each part that is given must hold.</summary>
public sealed record GeneratorAnswer
{
    /// <summary>One of these; empty asks for a 2xx.</summary>
    public ImmutableArray<int> Status { get; init; } = [];

    /// <summary>Stands in the body; placeholders stand in it.</summary>
    public string? Contains { get; init; }

    /// <summary>A regular expression of .NET that is found in the body.</summary>
    public string? Matches { get; init; }

    /// <summary>JSON pointer (RFC 6901) to the value that stands there, as text; placeholders stand in it.</summary>
    public ImmutableSortedDictionary<string, string> Json { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
