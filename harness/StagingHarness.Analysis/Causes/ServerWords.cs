using System.Collections.Immutable;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Causes;

/// <summary>What one generation of a failing server wrote while servers failed.</summary>
/// <param name="Instance">Its name.</param>
/// <param name="StartedAfter">It attested its version after the first wrong answer: what it knows of the provider, it has asked for since.</param>
/// <param name="Entries">Its lines in that time; read anew each time.</param>
internal sealed record ServerWords(string Instance, bool StartedAfter, IEnumerable<LogEntry> Entries)
{
    /// <summary>Code of a refusal to how often it was written.</summary>
    public ImmutableSortedDictionary<string, int> Refusals() => Entries
        .Select(entry => TokenRefusal.CodeOf(entry.Text))
        .OfType<string>()
        .CountBy(code => code)
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>What of the provider stood between the server and a token of its own, to how often it was written.</summary>
    public ImmutableSortedDictionary<SuspectedFacet, int> FailedTokenCalls() => Entries
        .Select(entry => FailedTokenCall.FacetOf(entry.Text))
        .OfType<SuspectedFacet>()
        .CountBy(facet => facet)
        .ToImmutableSortedDictionary();
}
