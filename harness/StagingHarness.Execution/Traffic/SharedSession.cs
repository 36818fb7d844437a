using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Execution.Stages;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Execution.Traffic;

/// <summary>Traffic of several generators as one.</summary>
internal sealed class SharedSession : ITrafficSession
{
    private readonly ImmutableArray<GeneratorSession> _sessions;

    public SharedSession(ImmutableArray<GeneratorSession> sessions)
    {
        _sessions = sessions;
        Completion = UntilOneFailsAsync(sessions.Select(session => session.Completion));
    }

    public string Flavour => string.Join(" and ", _sessions.Select(session => session.Flavour).Distinct());

    /// <summary>Of the one that was latest.</summary>
    public string SelfCheck => $"{Latest.SelfCheck}, the latest of {_sessions.Length}";

    public PacerLateness Lateness => Latest.Lateness;

    public TimeSpan FirstDue => _sessions[0].FirstDue;

    public Task Completion { get; }

    public Task RenewCredentialsAsync(ImmutableSortedDictionary<string, string> headers, CancellationToken cancellationToken) =>
        Together.WhenAllAsync(_sessions.Select(session => session.RenewCredentialsAsync(headers, cancellationToken)));

    public async Task<TrafficTotals> StopAsync(CancellationToken cancellationToken)
    {
        var totals = await Task.WhenAll(_sessions.Select(session => session.StopAsync(cancellationToken)));
        return new TrafficTotals(
            totals.Sum(part => part.Scheduled),
            totals.Sum(part => part.Answered),
            totals.Sum(part => part.Unanswered),
            totals.Sum(part => part.Dropped),
            totals.Sum(part => part.Connections),
            totals.Sum(part => part.UnfinishedJourneys))
        {
            Spoken = Sum(totals.Select(part => part.Spoken).OfType<ImmutableSortedDictionary<string, long>>()),
        };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var session in _sessions)
        {
            await session.DisposeAsync();
        }
    }

    private GeneratorSession Latest => _sessions.MaxBy(session => session.Lateness.MedianNanoseconds)!;

    private static ImmutableSortedDictionary<string, long>? Sum(IEnumerable<ImmutableSortedDictionary<string, long>> parts)
    {
        var sums = parts.SelectMany(part => part).GroupBy(count => count.Key, count => count.Value)
            .ToImmutableSortedDictionary(same => same.Key, same => same.Sum(), StringComparer.Ordinal);
        return sums.IsEmpty ? null : sums;
    }

    /// <summary>One that is lost leaves a hole in the schedule: the others' traffic is worth nothing any more.</summary>
    private static async Task UntilOneFailsAsync(IEnumerable<Task> completions)
    {
        var open = completions.ToList();
        while (open.Count > 0)
        {
            var ended = await Task.WhenAny(open);
            open.Remove(ended);
            await ended;
        }
    }
}
