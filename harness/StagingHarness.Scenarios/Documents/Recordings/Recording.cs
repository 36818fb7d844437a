using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Documents.Recordings;

/// <summary>A recording that can be replayed, in the order of time.</summary>
/// <param name="File">Relative to the scenario root.</param>
/// <param name="Requests">One at least.</param>
internal sealed record Recording(string File, ImmutableArray<RecordedRequest> Requests)
{
    /// <summary>Entries that are not replayed although nobody said so; each kind of them is a warning.</summary>
    public int LeftOut { get; init; }
}
