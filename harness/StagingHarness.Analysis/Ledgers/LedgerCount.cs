using System.Collections.Immutable;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Analysis.Ledgers;

/// <summary>
/// The writes of the traffic against what could be read back when it had stopped: exact counts, each request under its own id. Each write
/// that was sent is one of three: acknowledged, not acknowledged and present, not acknowledged and absent.
/// </summary>
public sealed record LedgerCount
{
    /// <summary>Writes that were sent.</summary>
    public required long Sent { get; init; }

    /// <summary>Those that the client was told of with 2xx.</summary>
    public required long Acknowledged { get; init; }

    /// <summary>Acknowledged, and absent; in the order in which they were due.</summary>
    public required ImmutableArray<LedgerEntry> Lost { get; init; }

    /// <summary>Acknowledged once, and present twice or more; in the order in which they were due.</summary>
    public required ImmutableArray<LedgerEntry> Doubled { get; init; }

    /// <summary>Not acknowledged, and present all the same, once or more often: the client cannot know. Reported, and no fault.</summary>
    public required long UnacknowledgedPresent { get; init; }

    /// <summary>Not acknowledged, and absent: nobody was promised anything. Reported, and no fault.</summary>
    public required long UnacknowledgedAbsent { get; init; }

    /// <summary>Ids of the generator's warm-up.</summary>
    public required long WarmUp { get; init; }

    /// <summary>Ids that no request of this run carries: what was there before, or another writer's.</summary>
    public required long Foreign { get; init; }

    /// <param name="plan">Which requests write, and where their ids are made from.</param>
    /// <param name="samples">What became of the requests, in any order.</param>
    /// <param name="ids">What could be read back, an id as often as it was there.</param>
    public static LedgerCount Of(ScenarioPlan plan, IEnumerable<Sample> samples, IReadOnlyCollection<string> ids)
    {
        var routes = plan.Traffic.Requests.Where(request => request.WritesId).Select(request => request.Index).ToHashSet();
        var writes = samples.Where(sample => routes.Contains(sample.Route)).OrderBy(sample => sample.DueNanoseconds).ToArray();
        var sent = writes.Select(sample => sample.Sequence).ToHashSet();
        var present = ids
            .Select(id => RequestId.SequenceOf(plan.Seed, id))
            .Where(sequence => sequence is { } known && sent.Contains(known))
            .CountBy(sequence => sequence!.Value)
            .ToDictionary();
        var warmUp = ids.LongCount(id => RequestId.IsOfWarmUp(plan.Seed, id));
        var acknowledged = writes.Where(IsAcknowledged).ToArray();
        var unacknowledged = writes.Where(sample => !IsAcknowledged(sample)).ToArray();
        return new LedgerCount
        {
            Sent = writes.Length,
            Acknowledged = acknowledged.Length,
            Lost = [.. acknowledged.Where(sample => !present.ContainsKey(sample.Sequence)).Select(Entry)],
            Doubled = [.. acknowledged.Where(sample => present.GetValueOrDefault(sample.Sequence) > 1).Select(Entry)],
            UnacknowledgedPresent = unacknowledged.LongCount(sample => present.ContainsKey(sample.Sequence)),
            UnacknowledgedAbsent = unacknowledged.LongCount(sample => !present.ContainsKey(sample.Sequence)),
            WarmUp = warmUp,
            Foreign = ids.Count - warmUp - present.Values.Sum(),
        };

        LedgerEntry Entry(Sample sample) => new(RequestId.Of(plan.Seed, sample.Sequence), sample);
    }

    /// <summary>Told of with 2xx, whatever else was asked of the answer: who gets one with wrong content counts on the write, too.</summary>
    private static bool IsAcknowledged(Sample sample) => sample is { Failure: Failure.None, Status: >= 200 and < 300 };
}
