using System.Collections.Immutable;

namespace StagingHarness.Protocols.Provider;

/// <summary>What the stand-in answers beside its own endpoints: one set at a time.</summary>
public sealed record StandInMappings
{
    public static StandInMappings None { get; } = new()
    {
        Plain = [],
        Contracts = ImmutableSortedDictionary.Create<string, ImmutableArray<StandInMapping>>(StringComparer.Ordinal),
    };

    /// <summary>The set that holds unless a contract has one of its own.</summary>
    public required ImmutableArray<StandInMapping> Plain { get; init; }

    /// <summary>Contract to the set that takes the place of the plain one.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<StandInMapping>> Contracts { get; init; }

    /// <summary>The names of all mappings in all sets, each once.</summary>
    public ImmutableSortedSet<string> ToNames() =>
        Plain.Concat(Contracts.Values.SelectMany(set => set)).Select(mapping => mapping.Name).ToImmutableSortedSet(StringComparer.Ordinal);
}
