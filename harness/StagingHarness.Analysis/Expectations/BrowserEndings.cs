using System.Collections.Immutable;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Journeys in the browser of one name that ended alike.</summary>
/// <param name="Journey">Their name.</param>
/// <param name="Ending">How they ended, in words.</param>
/// <param name="All">In the order in which they began; one at least.</param>
public sealed record BrowserEndings(string Journey, string Ending, ImmutableArray<BrowserJourneyEnded> All)
{
    /// <summary>The one that is shown for all of them.</summary>
    public BrowserJourneyEnded First => All[0];

    /// <summary>By name, and in the order in which each ending was first seen.</summary>
    public static ImmutableArray<BrowserEndings> Of(IEnumerable<JournalEvent> events) =>
    [
        .. events.OfType<BrowserJourneyEnded>()
            .OrderBy(journey => journey.Began)
            .GroupBy(journey => (journey.Journey, Ending: BrowserWords.Of(journey)))
            .Select(same => new BrowserEndings(same.Key.Journey, same.Key.Ending, [.. same]))
            .OrderBy(same => same.Journey, StringComparer.Ordinal)
            .ThenBy(same => same.First.Began),
    ];

    /// <summary><c>dashboard completed x 12</c>.</summary>
    public override string ToString() => $"{Journey} {Ending} x {Figures.Count(All.Length)}";
}
