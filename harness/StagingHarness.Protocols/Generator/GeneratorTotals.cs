using System.Collections.Immutable;

namespace StagingHarness.Protocols.Generator;

/// <summary>Every scheduled request: Scheduled = Answered + Unanswered + Dropped, and Answered + Unanswered samples were sent.</summary>
/// <param name="Scheduled">Moments of its share of the schedule up to the stop, and requests of journeys that became due after the first.</param>
/// <param name="Answered">Sent, and a whole HTTP answer came in time.</param>
/// <param name="Unanswered">Sent, and none came.</param>
/// <param name="Dropped">
/// Never sent: from its scheduled moment until its timeout all connections were busy. It has no sample; its position in the
/// schedule is missing from the samples.
/// </param>
/// <param name="Connections">Opened from the warm-up on.</param>
/// <param name="UnfinishedJourneys">Still under way at the stop, and left there: neither completed nor failed.</param>
public sealed record GeneratorTotals(
    long Scheduled, long Answered, long Unanswered, long Dropped, long Connections = 0, long UnfinishedJourneys = 0)
{
    /// <summary>Answers by what the gateway saw spoken, see <see cref="Samples.SpokenProtocol"/>; empty with plain HTTP/1.1, of which it says nothing.</summary>
    public ImmutableSortedDictionary<string, long> Spoken { get; init; } = ImmutableSortedDictionary<string, long>.Empty;
}
