using System.Collections.Immutable;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Files;

namespace StagingHarness.Scenarios.Documents.Mappings;

/// <summary>All mapping files of a system: those of its provider, and those of each contract.</summary>
internal static class ProviderMappings
{
    public static StandInMappings Read(SystemDocument system, RootFolder root, string file, FindingSink findings)
    {
        if (system.Provider?.Value is not { } provider)
        {
            return StandInMappings.None;
        }

        if (provider is { Audience: null, Mappings: null, HasAudience: false })
        {
            findings.Report(
                FindingCode.MissingKey,
                system.Provider.Span,
                "key 'audience' is missing in 'provider'.",
                "add 'audience: client-portal', or the 'mappings' of a third party that issues no tokens");
        }

        var reader = new MappingReader(root, file, findings);
        return new StandInMappings
        {
            Plain = provider.Mappings is { } plain ? reader.Read(plain.Value) : [],
            Contracts = (provider.Contracts?.Value ?? [])
                .Select(contract => (contract.Name, contract.Value?.Value.Mappings))
                .Where(contract => contract.Mappings is not null)
                .DistinctBy(contract => contract.Name.Value, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(contract => contract.Name.Value, contract => reader.Read(contract.Mappings!.Value), StringComparer.Ordinal),
        };
    }
}
