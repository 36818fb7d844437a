using System.Collections.Immutable;

namespace StagingHarness.Execution.Ports.Traffic;

/// <summary>Every scheduled request, accounted for: Scheduled = Answered + Unanswered + Dropped.</summary>
/// <param name="Scheduled">Moments in the schedule that have passed, and requests of journeys that became due after their first.</param>
/// <param name="Answered">Sent, and an HTTP answer came.</param>
/// <param name="Unanswered">Sent, and none came.</param>
/// <param name="Dropped">Never sent, because the generator could not keep up.</param>
/// <param name="Connections">Opened from the warm-up on.</param>
/// <param name="UnfinishedJourneys">Still under way at the stop, and left there.</param>
public sealed record TrafficTotals(
    long Scheduled, long Answered, long Unanswered, long Dropped, long Connections = 0, long UnfinishedJourneys = 0)
{
    /// <summary>Answers by what the gateway saw spoken; null where it says nothing of that.</summary>
    public ImmutableSortedDictionary<string, long>? Spoken { get; init; }
}
