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
    /// <summary>What readers of JSON throw, also around what made them; of what a client sent, a server answers 400.</summary>
    private static readonly ImmutableHashSet<string> JsonReaders =
    [
        "System.Text.Json.JsonException", "Newtonsoft.Json.JsonReaderException", "Newtonsoft.Json.JsonSerializationException",
    ];

    /// <summary>Code of a refusal to how often it was written.</summary>
    public ImmutableSortedDictionary<string, int> Refusals() => Entries
        .Select(entry => TokenRefusal.CodeOf(entry.Text))
        .OfType<string>()
        .CountBy(code => code)
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Lines that tell of an exception, and those among them of a reader of JSON.</summary>
    public (int All, int OfJson) Exceptions() => Entries
        .Select(entry => ErrorReader.Read(entry.Text))
        .OfType<LoggedError>()
        .Aggregate((All: 0, OfJson: 0), (count, error) => (count.All + 1, count.OfJson + (JsonReaders.Contains(error.Type) ? 1 : 0)));

    /// <summary>What of the provider stood between the server and a token of its own, to how often it was written.</summary>
    public ImmutableSortedDictionary<SuspectedFacet, int> FailedTokenCalls() => Entries
        .Select(entry => FailedTokenCall.FacetOf(entry.Text))
        .OfType<SuspectedFacet>()
        .CountBy(facet => facet)
        .ToImmutableSortedDictionary();
}
